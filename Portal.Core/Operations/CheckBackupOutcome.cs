namespace Portal.Core.Operations;

public abstract record CheckBackupOutcome
{
    private CheckBackupOutcome()
    {
    }

    public sealed record Checked(BackupReport Report) : CheckBackupOutcome;

    public sealed record FileNotFound(string File) : CheckBackupOutcome;

    public sealed record NotADatabase(string File, string Reason) : CheckBackupOutcome;
}
