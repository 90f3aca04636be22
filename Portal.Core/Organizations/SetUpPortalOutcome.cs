namespace Portal.Core.Organizations;

public abstract record SetUpPortalOutcome
{
    private SetUpPortalOutcome()
    {
    }

    public sealed record SetUp(PortalUser Owner) : SetUpPortalOutcome;

    public sealed record AlreadySetUp : SetUpPortalOutcome;

    /// <param name="Reasons">Why the password does not do, one sentence each.</param>
    public sealed record PasswordRefused(IReadOnlyList<string> Reasons) : SetUpPortalOutcome;
}
