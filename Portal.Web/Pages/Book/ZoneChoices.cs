using NodaTime;
using Portal.Core.Time;

namespace Portal.Web.Pages.Book;

/// <summary>The zones a visitor can pick from: those they search for, and before that the likely ones.</summary>
/// <param name="More">How many were found beyond those.</param>
public sealed record ZoneChoices(IReadOnlyList<ZoneChoice> Zones, int More)
{
    public const int Most = 40;

    // a large city for most hours of the day, from west to east
    private static readonly string[] Likely =
    [
        "America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York", "America/Sao_Paulo", "UTC", "Europe/London",
        "Europe/Berlin", "Africa/Cairo", "Africa/Johannesburg", "Asia/Dubai", "Asia/Kolkata", "Asia/Singapore", "Asia/Tokyo", "Australia/Sydney",
    ];

    public string Summary => (Zones.Count, More) switch
    {
        (0, _) => "No zone found",
        (1, _) => "1 zone",
        (_, 0) => $"{Zones.Count} zones",
        _ => $"The first {Zones.Count} of {Zones.Count + More} zones",
    };

    public static ZoneChoices Of(SlotCalendar calendar)
    {
        var (zone, now) = (calendar.Zone, calendar.Open.Now);
        if (calendar.Address.Shown.FindsZone is { } text)
        {
            var found = ZoneSearch.Find(text, now);
            return new ZoneChoices([.. found.Take(Most)], Math.Max(0, found.Count - Most));
        }
        var zones = Likely.Select(id => DateTimeZoneProviders.Tzdb[id]).Prepend(calendar.Open.Meeting.OrganizationZone).Prepend(zone);
        return new ZoneChoices([.. zones.DistinctBy(likely => likely.Id).Select(likely => Core.Time.Zones.Choice(likely, now))], 0);
    }
}
