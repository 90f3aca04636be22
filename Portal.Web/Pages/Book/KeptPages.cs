using System.Globalization;
using NodaTime;
using Portal.Core.Availability;
using Portal.Web.Hosting;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Book;

/// <summary>Which pages of visitors are kept in memory, and until what changes.</summary>
internal static class KeptPages
{
    public const string Calendar = "calendar";
    public const string Offers = "offers";

    public static IServiceCollection AddKeptPages(this IServiceCollection services) => services.AddOutputCache(cache =>
    {
        cache.SizeLimit = PublicPageCache.MostBytes;
        cache.AddPolicy(Calendar, new PublicPageCache(CalendarAsync));
        cache.AddPolicy(Offers, new PublicPageCache(OffersAsync));
    });

    /// <summary>
    /// The hosts' time as it was last read, the minute, and how this visitor reads zones and clocks. A page with the form, and the
    /// pages of a browser that holds a time, are their visitor's own.
    /// </summary>
    private static async ValueTask<string?> CalendarAsync(HttpContext http)
    {
        var (services, request) = (http.RequestServices, http.Request);
        if (request.Query.ContainsKey("time") || VisitorHolds.HolderOf(request) is not null
            || request.RouteValues["org"] is not string org || request.RouteValues["type"] is not string type
            || await services.GetRequiredService<CurrentAvailability>().RunAsync(org, type, http.RequestAborted) is not { } snapshot)
            return null;
        // the address may name another zone, and is part of the key in any case
        var zone = VisitorZone.Of(request, null, snapshot.Type.Organization!.Zone);
        return string.Create(CultureInfo.InvariantCulture,
            $"{snapshot.Id:N} {Seconds(services) / 60} {zone.Zone.Id} {zone.IsChosen} {VisitorClock.Of(request)} {ThemePreference.Of(request)}");
    }

    /// <summary>What the organisation offers, as it was within the second; at once when it was changed here.</summary>
    private static ValueTask<string?> OffersAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var generation = services.GetRequiredService<AvailabilityCache>().Generation;
        return new(string.Create(CultureInfo.InvariantCulture, $"{generation} {Seconds(services)} {ThemePreference.Of(http.Request)}"));
    }

    private static long Seconds(IServiceProvider services) => services.GetRequiredService<IClock>().GetCurrentInstant().ToUnixTimeSeconds();
}
