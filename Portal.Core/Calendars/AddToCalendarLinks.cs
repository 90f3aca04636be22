using NodaTime;
using NodaTime.Text;

namespace Portal.Core.Calendars;

/// <summary>Addresses that open a filled-in event at the four calendars people have in the browser.</summary>
public sealed record AddToCalendarLinks(string Google, string Outlook, string Microsoft365, string Yahoo)
{
    /// <summary>Browsers and servers cut addresses of more than about 2,000 characters.</summary>
    private const int DetailsLength = 250;

    private static readonly InstantPattern Compact = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public static AddToCalendarLinks For(CalendarMeeting meeting, DateTimeZone zone)
    {
        var link = meeting.JoinLink?.AbsoluteUri ?? "";
        var details = $"{link}\n{meeting.Details}".Trim();
        if (details.Length > DetailsLength)
            details = details[..DetailsLength] + "…";
        var (start, end) = (Compact.Format(meeting.StartsAt), Compact.Format(meeting.EndsAt));
        return new AddToCalendarLinks(
            Address("https://calendar.google.com/calendar/render", ("action", "TEMPLATE"), ("text", meeting.Title),
                ("dates", $"{start}/{end}"), ("ctz", zone.Id), ("details", details), ("location", link)),
            Microsoft("https://outlook.live.com", meeting, details, link),
            Microsoft("https://outlook.office.com", meeting, details, link),
            Address("https://calendar.yahoo.com/", ("v", "60"), ("TITLE", meeting.Title),
                ("ST", start), ("ET", end), ("DESC", details), ("in_loc", link)));
    }

    private static string Microsoft(string host, CalendarMeeting meeting, string details, string link) =>
        Address($"{host}/calendar/deeplink/compose", ("path", "/calendar/action/compose"), ("rru", "addevent"),
            ("startdt", InstantPattern.General.Format(meeting.StartsAt)), ("enddt", InstantPattern.General.Format(meeting.EndsAt)),
            ("subject", meeting.Title), ("body", details), ("location", link));

    private static string Address(string page, params (string Name, string Value)[] query) =>
        $"{page}?{string.Join('&', query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"))}";
}
