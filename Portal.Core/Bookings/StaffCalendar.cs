using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Core.Bookings;

/// <summary>What is in the calendars of hosts over some days.</summary>
/// <param name="ShownHostId">Null when everybody's is shown.</param>
/// <param name="Choices">Whose calendar the reader may look at; empty when only their own.</param>
/// <param name="Hosts">Whose hours are shown, by name.</param>
/// <param name="Bookings">In the order of time; without those that were called off, whose time is free again.</param>
/// <param name="Busy">Whatever else takes these hosts' time, in the order of time.</param>
/// <param name="IsCut">There are more bookings than are shown.</param>
public sealed record StaffCalendar(
    Instant Now,
    Guid? ShownHostId,
    IReadOnlyList<CalendarChoice> Choices,
    IReadOnlyList<CalendarHost> Hosts,
    IReadOnlyList<CalendarBooking> Bookings,
    IReadOnlyList<CalendarBusy> Busy,
    bool IsCut);

public sealed record CalendarChoice(Guid HostId, string Name);

/// <param name="Zone">The dates of <paramref name="Exceptions"/> are meant in it.</param>
/// <param name="Hours">When meetings are taken, in the order of time; none of them touch.</param>
public sealed record CalendarHost(
    Guid Id, string Name, DateTimeZone Zone, IReadOnlyList<Interval> Hours, DayExceptions Exceptions);

/// <param name="HostIds">Everybody who holds it, the first of them first.</param>
/// <param name="Capacity">Above 1 it is a group meeting.</param>
/// <param name="GroupId">Bookings of one group meeting have the same.</param>
public sealed record CalendarBooking(
    Guid Id,
    IReadOnlyList<Guid> HostIds,
    string HostName,
    string VisitorName,
    string MeetingName,
    int Capacity,
    Guid? GroupId,
    Instant StartsAt,
    Instant EndsAt,
    BookingStatus Status);

/// <summary>Time that is taken without a booking to be seen.</summary>
/// <param name="IsHeld">Somebody is booking it now; otherwise it is another organisation's, and nothing else is told of it.</param>
public sealed record CalendarBusy(Guid HostId, Instant StartsAt, Instant EndsAt, bool IsHeld);
