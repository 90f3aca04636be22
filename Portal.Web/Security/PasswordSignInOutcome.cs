namespace Portal.Web.Security;

public abstract record PasswordSignInOutcome
{
    private PasswordSignInOutcome()
    {
    }

    public sealed record SignedIn : PasswordSignInOutcome;

    /// <summary>Unknown address or wrong password; nobody is told which.</summary>
    public sealed record Refused : PasswordSignInOutcome;

    /// <summary>Too many wrong passwords: not even the right one helps for a while.</summary>
    /// <param name="For">How long a lock lasts, at most.</param>
    public sealed record LockedOut(TimeSpan For) : PasswordSignInOutcome;
}
