namespace Portal.Core.Video.Accounts;

public abstract record ChangeVideoSettingsOutcome
{
    private ChangeVideoSettingsOutcome()
    {
    }

    public sealed record Changed : ChangeVideoSettingsOutcome;

    /// <summary>Not known, or without an account. Nothing was changed.</summary>
    public sealed record NotConfigured : ChangeVideoSettingsOutcome;
}
