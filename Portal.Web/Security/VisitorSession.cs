using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Portal.Web.Security;

/// <summary>
/// A cookie of its own that tells visitors' browsers apart and remembers which participants each acts for, so that the call's
/// address need not carry the token of the link. A GET never adds to it, and a link alone does not either: see BindBrowser.
/// </summary>
public static class VisitorSession
{
    public const string Scheme = "visitor";

    private const string BrowserClaim = "browser";
    private const string ParticipantClaim = "participant";

    // a browser that takes part in more meetings at once than this is not a visitor's
    private const int Remembered = 20;

    public static async Task<VisitorCookie> ReadAsync(HttpContext http)
    {
        var session = await http.AuthenticateAsync(Scheme);
        return session.Principal is { } principal
            ? new VisitorCookie(
                Guid.TryParse(principal.FindFirstValue(BrowserClaim), out var browserId) ? browserId : null,
                [.. principal.FindAll(ParticipantClaim).Select(claim => Guid.Parse(claim.Value))])
            : new VisitorCookie(null, []);
    }

    public static async Task<IReadOnlyList<Guid>> ParticipantIdsAsync(HttpContext http) => (await ReadAsync(http)).ParticipantIds;

    /// <summary>From now on this browser acts for the participant.</summary>
    public static async Task RememberAsync(HttpContext http, Guid participantId) => await RememberAsync(http, await ReadAsync(http), participantId);

    /// <inheritdoc cref="RememberAsync(HttpContext, Guid)"/>
    /// <param name="cookie">As it was read, perhaps <see cref="VisitorCookie.ToAct">with an id</see> for the browser.</param>
    public static Task RememberAsync(HttpContext http, VisitorCookie cookie, Guid participantId) => WriteAsync(
        http, cookie with { ParticipantIds = [participantId, .. cookie.ParticipantIds.Where(id => id != participantId).Take(Remembered - 1)] });

    /// <summary>The browser is known again, and acts for nobody more than before.</summary>
    public static async Task WriteAsync(HttpContext http, VisitorCookie cookie)
    {
        var claims = cookie.ParticipantIds.Select(id => new Claim(ParticipantClaim, id.ToString()))
            .Append(new Claim(BrowserClaim, (cookie.BrowserId ?? Guid.NewGuid()).ToString()));
        await http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)), new AuthenticationProperties { IsPersistent = true });
    }
}

/// <param name="BrowserId">Random; null for a browser that has not acted on any link yet.</param>
/// <param name="ParticipantIds">Whom it acts for.</param>
public sealed record VisitorCookie(Guid? BrowserId, IReadOnlyList<Guid> ParticipantIds)
{
    /// <summary>With an id for the browser, to be written once it has acted.</summary>
    public VisitorCookie ToAct() => this with { BrowserId = BrowserId ?? Guid.NewGuid() };
}
