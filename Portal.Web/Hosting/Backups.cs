using System.Globalization;
using Portal.Core.Operations;

namespace Portal.Web.Hosting;

/// <summary>The commands <c>--backup</c> and <c>--restore-check</c>, in words for the console.</summary>
internal static class Backups
{
    /// <returns>The exit code: 0 when there is a backup now.</returns>
    public static async Task<int> BackUpPortalAsync(this WebApplication app, string file)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<BackUpDatabase>().RunAsync(file, CancellationToken.None);
        if (outcome is not BackUpDatabaseOutcome.BackedUp done)
            return await RefuseAsync(WordsOf(outcome));
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"Backed up to {done.File}: {done.Length / 1024} KB in {done.Took.TotalSeconds:F1} s."));
        return 0;
    }

    /// <returns>The exit code: 0 when the backup would serve.</returns>
    public static async Task<int> CheckBackupAsync(this WebApplication app, string file)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<CheckBackup>().RunAsync(file, CancellationToken.None);
        if (outcome is not CheckBackupOutcome.Checked { Report: var report })
            return await RefuseAsync(WordsOf(outcome));
        foreach (var (name, value) in LinesOf(report))
            await Console.Out.WriteLineAsync($"  {name,-34} {value}");
        await Console.Out.WriteLineAsync(report.IsSound ? "The backup is sound." : "The backup is NOT sound.");
        return report.IsSound ? 0 : 1;
    }

    private static IEnumerable<(string Name, object Value)> LinesOf(BackupReport report) =>
    [
        ("integrity", report.Integrity),
        ("broken references", report.BrokenReferences),
        ("migrations it lacked (went through)", report.MigrationsApplied.Count),
        ("migrations of a newer release", report.UnknownMigrations.Count),
        ("overlapping times of a host", report.Overlaps),
        ("meetings to come without their time", report.WithoutTime),
        ("organisations", report.Organizations),
        ("bookings", report.Bookings),
        ("audit entries", report.AuditEntries),
        ("mails held back", report.MailHeld),
    ];

    private static string WordsOf(BackUpDatabaseOutcome outcome) => outcome switch
    {
        BackUpDatabaseOutcome.FileExists refused => $"'{refused.File}' exists already, and a backup overwrites nothing: give another name.",
        BackUpDatabaseOutcome.CannotWrite refused => $"'{refused.File}' cannot be written: {refused.Reason}",
        BackUpDatabaseOutcome.NoDatabase refused => $"There is no database at '{refused.File}': check Portal:DataFolder and Database:ConnectionString.",
        BackUpDatabaseOutcome.NotSqlite => "--backup copies SQLite. For PostgreSQL use pg_dump: pg_dump --format=custom --file=backup.dump DATABASE",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not a refusal."),
    };

    private static string WordsOf(CheckBackupOutcome outcome) => outcome switch
    {
        CheckBackupOutcome.FileNotFound refused => $"There is no file '{refused.File}'.",
        CheckBackupOutcome.NotADatabase refused => $"'{refused.File}' is no database that can be opened: {refused.Reason}",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not a refusal."),
    };

    private static async Task<int> RefuseAsync(string words)
    {
        await Console.Error.WriteLineAsync(words);
        return 1;
    }
}
