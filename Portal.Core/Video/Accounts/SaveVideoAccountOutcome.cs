namespace Portal.Core.Video.Accounts;

public abstract record SaveVideoAccountOutcome
{
    private SaveVideoAccountOutcome()
    {
    }

    public sealed record Saved : SaveVideoAccountOutcome;

    /// <summary>Nothing was changed.</summary>
    /// <param name="Fields">Empty, or not what such a value looks like.</param>
    public sealed record Refused(IReadOnlyList<AccountField> Fields) : SaveVideoAccountOutcome;

    public sealed record UnknownProvider : SaveVideoAccountOutcome;
}
