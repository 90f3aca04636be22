using System.Globalization;
using System.Text;
using NodaTime.Text;

namespace Portal.Core.Calendars;

public static class CalendarSerializer
{
    private static readonly LocalDateTimePattern WallTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    private static readonly InstantPattern UtcTime = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private static readonly OffsetPattern UtcOffset = OffsetPattern.CreateWithInvariantCulture("+HHmm");

    /// <returns>The text as it goes over the wire, in UTF-8.</returns>
    public static string SerializeToString(Calendar calendar)
    {
        var lines = new ContentLines()
            .Add("BEGIN", "VCALENDAR")
            .AddText("PRODID", calendar.ProductId)
            .Add("VERSION", "2.0")
            .Add("CALSCALE", "GREGORIAN")
            .Add("METHOD", calendar.Method);
        foreach (var zone in calendar.TimeZones)
            Write(lines, zone);
        foreach (var calendarEvent in calendar.Events)
            Write(lines, calendarEvent);
        return lines.Add("END", "VCALENDAR").ToString();
    }

    private static void Write(ContentLines lines, VTimeZone zone)
    {
        lines.Add("BEGIN", "VTIMEZONE").AddText("TZID", zone.TzId);
        foreach (var observance in zone.Observances)
        {
            var block = observance.IsDaylight ? "DAYLIGHT" : "STANDARD";
            lines.Add("BEGIN", block)
                .Add("DTSTART", WallTime.Format(observance.Start))
                .Add("TZOFFSETFROM", UtcOffset.Format(observance.OffsetFrom))
                .Add("TZOFFSETTO", UtcOffset.Format(observance.OffsetTo))
                .AddText("TZNAME", observance.Name)
                .Add("END", block);
        }

        lines.Add("END", "VTIMEZONE");
    }

    private static void Write(ContentLines lines, CalendarEvent meeting)
    {
        lines.Add("BEGIN", "VEVENT").AddText("UID", meeting.Uid).Add("DTSTAMP", UtcTime.Format(meeting.DtStamp));
        Write(lines, "DTSTART", meeting.Start);
        Write(lines, "DTEND", meeting.End);
        lines.Add("SEQUENCE", meeting.Sequence.ToString(CultureInfo.InvariantCulture))
            .Add("STATUS", meeting.Status)
            .AddText("SUMMARY", meeting.Summary);
        if (meeting.Description.Length > 0)
            lines.AddText("DESCRIPTION", meeting.Description);
        if (meeting.Location.Length > 0)
            lines.AddText("LOCATION", meeting.Location);
        if (meeting.Url is { } url)
            lines.Add("URL", url.AbsoluteUri);
        if (meeting.Organizer is { } organizer)
            lines.Add("ORGANIZER", MailtoOf(organizer.Email), ("CN", organizer.CommonName));
        foreach (var attendee in meeting.Attendees)
            lines.Add("ATTENDEE", MailtoOf(attendee.Email), ("CUTYPE", "INDIVIDUAL"), ("ROLE", "REQ-PARTICIPANT"),
                ("PARTSTAT", "NEEDS-ACTION"), ("RSVP", attendee.Rsvp ? "TRUE" : "FALSE"), ("CN", attendee.CommonName));
        foreach (var conference in meeting.Conferences)
            WriteConference(lines, conference);
        lines.Add("END", "VEVENT");
    }

    private static void Write(ContentLines lines, string name, CalDateTime time)
    {
        if (time.TzId is { } zone)
            lines.Add(name, WallTime.Format(time.Value), ("TZID", zone));
        else
            lines.Add(name, WallTime.Format(time.Value) + "Z");
    }

    // FEATURE is a list, and a quoted list would be one value: the parameter is written as a part of the name
    private static void WriteConference(ContentLines lines, Conference conference) =>
        lines.Add("CONFERENCE;VALUE=URI;FEATURE=VIDEO,AUDIO", conference.Link.AbsoluteUri, ("LABEL", conference.Label));

    private static string MailtoOf(string email) =>
        "mailto:" + string.Concat(email.EnumerateRunes().Select(rune =>
            rune.IsAscii && (Rune.IsLetterOrDigit(rune) || "@.!$'*+-_~".Contains((char)rune.Value))
                ? rune.ToString()
                : Uri.EscapeDataString(rune.ToString())));
}
