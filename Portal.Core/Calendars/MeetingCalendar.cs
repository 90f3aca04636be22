using NodaTime;

namespace Portal.Core.Calendars;

/// <summary>A meeting as iCalendar text. The same meeting has the same UID in all of them, so that they update each other.</summary>
public static class MeetingCalendar
{
    public const string MediaType = "text/calendar";

    public const string FileName = "invite.ics";

    /// <summary>METHOD:REQUEST, for a new meeting and, with a higher sequence, for a changed one.</summary>
    public static string Invitation(CalendarMeeting meeting, CalendarReader reader, Instant now) =>
        Write(CalendarMethods.Request, meeting, reader.Zone, new Attendee(reader.Email, reader.Name, Rsvp: true), now);

    /// <summary>METHOD:CANCEL.</summary>
    public static string Cancellation(CalendarMeeting meeting, CalendarReader reader, Instant now) =>
        Write(CalendarMethods.Cancel, meeting, reader.Zone, new Attendee(reader.Email, reader.Name, Rsvp: false), now);

    /// <summary>METHOD:PUBLISH, a file to keep: it names no attendee and asks for no answer.</summary>
    public static string Download(CalendarMeeting meeting, DateTimeZone zone, Instant now) =>
        Write(CalendarMethods.Publish, meeting, zone, null, now);

    /// <summary>The same in every mail and file of a booking, wherever the portal is reached.</summary>
    public static string UidOf(Guid bookingId) => $"{bookingId:N}@portal";

    private static string Write(string method, CalendarMeeting meeting, DateTimeZone zone, Attendee? attendee, Instant now)
    {
        var inZone = IsToldByWallTime(meeting, zone);
        var calendarEvent = new CalendarEvent
        {
            Uid = UidOf(meeting.BookingId),
            DtStamp = now,
            Start = inZone ? CalDateTime.In(zone, meeting.StartsAt) : CalDateTime.Utc(meeting.StartsAt),
            End = inZone ? CalDateTime.In(zone, meeting.EndsAt) : CalDateTime.Utc(meeting.EndsAt),
            Sequence = meeting.Sequence,
            Status = method == CalendarMethods.Cancel ? EventStatus.Cancelled : EventStatus.Confirmed,
            Summary = meeting.Title,
            Description = DescriptionOf(meeting),
            Location = meeting.JoinLink?.AbsoluteUri ?? "",
            Url = meeting.JoinLink,
            Organizer = new Organizer(meeting.OrganizerEmail, meeting.HostName),
        };
        if (attendee is not null)
            calendarEvent.Attendees.Add(attendee);
        if (meeting.JoinLink is { } link)
            calendarEvent.Conferences.Add(new Conference(link, "Join"));

        var calendar = new Calendar { Method = method, Events = { calendarEvent } };
        if (inZone)
            calendar.TimeZones.Add(VTimeZone.FromDateTimeZone(
                zone, calendarEvent.Start.Value.Year - 1, calendarEvent.End.Value.Year + 1));
        return CalendarSerializer.SerializeToString(calendar);
    }

    /// <summary>A wall time that comes twice means the first of the two to every client (RFC 5545, 3.3.5); then only UTC is exact.</summary>
    private static bool IsToldByWallTime(CalendarMeeting meeting, DateTimeZone zone) =>
        zone.Id != DateTimeZone.Utc.Id && new[] { meeting.StartsAt, meeting.EndsAt }
            .All(instant => zone.MapLocal(instant.InZone(zone).LocalDateTime).Count == 1);

    // many clients show nothing else, so the way in comes first
    private static string DescriptionOf(CalendarMeeting meeting) =>
        string.Join('\n', new[] { meeting.JoinLink?.AbsoluteUri, meeting.Details }.Where(line => !string.IsNullOrEmpty(line)));
}
