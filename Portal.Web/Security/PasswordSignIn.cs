using Microsoft.AspNetCore.Identity;
using Portal.Core.Organizations;

namespace Portal.Web.Security;

/// <summary>Signs staff in by email and password. Neither the words nor the time it takes tell whether an address is known.</summary>
public sealed class PasswordSignIn(SignInManager<PortalUser> signIn, IPasswordHasher<PortalUser> passwords)
{
    private static readonly PortalUser Nobody = new() { DisplayName = "" };
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<PortalUser>().HashPassword(Nobody, Guid.NewGuid().ToString()));

    /// <param name="remember">Stays signed in when the browser is closed.</param>
    public async Task<PasswordSignInOutcome> RunAsync(string email, string password, bool remember)
    {
        var user = await signIn.UserManager.FindByEmailAsync(email);
        if (user is null)
        {
            passwords.VerifyHashedPassword(Nobody, NobodysHash.Value, password);
            return new PasswordSignInOutcome.Refused();
        }

        var result = await signIn.PasswordSignInAsync(user, password, remember, lockoutOnFailure: true);
        return result switch
        {
            { Succeeded: true } => new PasswordSignInOutcome.SignedIn(),
            { IsLockedOut: true } => new PasswordSignInOutcome.LockedOut(signIn.Options.Lockout.DefaultLockoutTimeSpan),
            _ => new PasswordSignInOutcome.Refused(),
        };
    }
}
