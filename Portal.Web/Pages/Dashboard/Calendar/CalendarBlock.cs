using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;

namespace Portal.Web.Pages.Dashboard.Calendar;

/// <summary>One thing in the calendar.</summary>
/// <param name="BookingId">Null for time that is taken without a booking to be seen.</param>
/// <param name="HostName">Null in the calendar of one host.</param>
/// <param name="From"><c>10:00</c></param>
/// <param name="Until"><c>–10:30</c></param>
/// <param name="Title">The visitor, or what takes the time.</param>
/// <param name="Detail">What is met for; null for nothing more to say.</param>
/// <param name="Status">Null for time that is taken without a booking to be seen.</param>
/// <param name="IsHeld">Somebody is booking it now.</param>
/// <param name="CanMove">It can be dragged elsewhere. A group meeting cannot: each of its visitors moves alone.</param>
public sealed record CalendarBlock(
    Guid? BookingId, IReadOnlyList<Guid> HostIds, Interval Time, string From, string Until, string Title, string? Detail, string? HostName,
    BookingStatus? Status, bool IsHeld, bool CanMove, bool IsOver)
{
    public string Kind => Status is { } status ? status.ToString().ToLowerInvariant() : IsHeld ? "held" : "busy";

    /// <summary>Everything of a calendar in the order of time, each group meeting once.</summary>
    public static IReadOnlyList<CalendarBlock> AllOf(StaffCalendar calendar, DateTimeZone zone) =>
    [
        .. calendar.Bookings.GroupBy(booking => booking.GroupId ?? booking.Id).Select(meeting => Of([.. meeting], calendar, zone))
            .Concat(calendar.Busy.Select(busy => Of(busy, zone)))
            .OrderBy(block => block.Time.Start),
    ];

    private static CalendarBlock Of(IReadOnlyList<CalendarBooking> meeting, StaffCalendar calendar, DateTimeZone zone)
    {
        var first = meeting[0];
        var isGroup = first.Capacity > 1;
        var times = TimesOf(first.StartsAt, first.EndsAt, zone);
        // what waits for an answer is what has to be seen
        var status = meeting.Any(booking => booking.Status == BookingStatus.Pending) ? BookingStatus.Pending : meeting.Max(booking => booking.Status);
        return new CalendarBlock(
            first.Id,
            first.HostIds,
            new Interval(first.StartsAt, first.EndsAt),
            times.From,
            times.Until,
            isGroup ? first.MeetingName : first.VisitorName,
            isGroup ? $"{meeting.Count} of {first.Capacity} places" : first.MeetingName,
            calendar.ShownHostId is null ? first.HostName : null,
            status,
            IsHeld: false,
            CanMove: !isGroup && status is BookingStatus.Pending or BookingStatus.Confirmed && calendar.Now < first.StartsAt,
            IsOver: JoinWindow.IsOver(status, first.EndsAt, calendar.Now));
    }

    private static CalendarBlock Of(CalendarBusy busy, DateTimeZone zone)
    {
        var (from, until) = TimesOf(busy.StartsAt, busy.EndsAt, zone);
        return new CalendarBlock(
            null, [busy.HostId], new Interval(busy.StartsAt, busy.EndsAt), from, until,
            busy.IsHeld ? "Being booked" : "Busy", null, null, null, busy.IsHeld, CanMove: false, IsOver: false);
    }

    private static (string From, string Until) TimesOf(Instant start, Instant end, DateTimeZone zone)
    {
        var from = start.InZone(zone);
        var clock = MeetingTime.Clock(from.TimeOfDay);
        var range = MeetingTime.Range(start, end, zone);
        return (clock, range[(MeetingTime.Day(from.Date).Length + ", ".Length + clock.Length)..]);
    }
}
