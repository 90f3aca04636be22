using NodaTime;
using Portal.Core.Time;

namespace Portal.Web.Pages.Book;

/// <summary>
/// The zone a visitor is shown times in: the one the address names, else the one they picked, else their browser's
/// (wwwroot/js/zone.js writes it into <c>portal.zone</c>).
/// </summary>
/// <param name="IsChosen">Named or picked; the browser's own is not asked any more.</param>
public sealed record VisitorZone(DateTimeZone Zone, bool IsChosen)
{
    public const string Cookie = "portal.zone";
    public const string ChosenCookie = "portal.zone.chosen";

    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <param name="named">By the address or the form; null for none.</param>
    /// <param name="otherwise">When nothing usable is known of the visitor.</param>
    public static VisitorZone Of(HttpRequest request, string? named, DateTimeZone otherwise)
    {
        if (Zones.TryFind(named, out var zone) || Zones.TryFind(request.Cookies[ChosenCookie], out zone))
            return new VisitorZone(zone, IsChosen: true);
        return new VisitorZone(Zones.TryFind(request.Cookies[Cookie], out zone) ? zone : otherwise, IsChosen: false);
    }

    /// <summary>Keeps a zone picked from the list. Scripts read it, and leave it alone.</summary>
    public static void Remember(HttpResponse response, DateTimeZone zone)
    {
        foreach (var cookie in new[] { Cookie, ChosenCookie })
            response.Cookies.Append(cookie, zone.Id, new CookieOptions
            {
                MaxAge = Year,
                SameSite = SameSiteMode.Lax,
                Secure = response.HttpContext.Request.IsHttps,
                IsEssential = true,
            });
    }
}
