using System.Buffers.Text;
using System.Security.Cryptography;
using Portal.Core.Availability;

namespace Portal.Web.Pages.Book;

/// <summary>By what a visitor's browser is known while it holds a time: a random word in a cookie that scripts cannot read.</summary>
public static class VisitorHolds
{
    public const string Cookie = "portal.holder";

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <returns>Null for a browser that never held a time.</returns>
    public static Holder? HolderOf(HttpRequest request) =>
        request.Cookies[Cookie] is { Length: > 0 and <= 64 } secret ? Holder.Of(secret) : null;

    /// <summary>
    /// Gives out the cookie, with the form already: who sends it before the answer to its hold is there must not find the time held
    /// by somebody else.
    /// </summary>
    public static Holder Remember(HttpContext http)
    {
        if (HolderOf(http.Request) is { } known)
            return known;
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        http.Response.Cookies.Append(Cookie, secret, new CookieOptions
        {
            HttpOnly = true,
            MaxAge = Day,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
        });
        return Holder.Of(secret);
    }
}
