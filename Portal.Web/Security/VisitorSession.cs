using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Portal.Web.Security;

/// <summary>
/// Remembers in a cookie of its own which participants this browser has acted as, so that the call's address need not
/// carry the token of the link. A GET never adds to it.
/// </summary>
public static class VisitorSession
{
    public const string Scheme = "visitor";

    private const string ParticipantClaim = "participant";

    // a browser that takes part in more meetings at once than this is not a visitor's
    private const int Remembered = 20;

    public static async Task RememberAsync(HttpContext http, Guid participantId)
    {
        var known = await ParticipantIdsAsync(http);
        Guid[] now = [participantId, .. known.Where(id => id != participantId).Take(Remembered - 1)];
        var claims = now.Select(id => new Claim(ParticipantClaim, id.ToString()));
        await http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), new AuthenticationProperties { IsPersistent = true });
    }

    public static async Task<IReadOnlyList<Guid>> ParticipantIdsAsync(HttpContext http)
    {
        var session = await http.AuthenticateAsync(Scheme);
        return session.Principal is { } principal
            ? [.. principal.FindAll(ParticipantClaim).Select(claim => Guid.Parse(claim.Value))]
            : [];
    }
}
