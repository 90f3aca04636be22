using Portal.Core.Bookings.Afterwards;

namespace Portal.Web.Api;

/// <summary>A booking that a member makes for somebody, at a time that is open.</summary>
/// <param name="MeetingType">Its word in addresses.</param>
/// <param name="StartTime">With its offset: <c>2026-11-24T13:00:00Z</c>.</param>
/// <param name="ScheduledAt">Another name of start_time (X1).</param>
/// <param name="DurationMinutes">One of the type's lengths; its usual one unless given.</param>
/// <param name="TimeZone">Of the person, for what they are told; the organisation's unless given.</param>
/// <param name="Answers">By the key of the question.</param>
/// <param name="Guests">Email addresses.</param>
/// <param name="Key">Of the private link, for a type that is not listed.</param>
/// <param name="UserId">Only to be refused when it is somebody else (X7).</param>
public sealed record NewBookingBody(
    string? MeetingType = null,
    string? StartTime = null,
    string? ScheduledAt = null,
    int? DurationMinutes = null,
    string? Name = null,
    string? Email = null,
    string? TimeZone = null,
    string? Notes = null,
    string? Article = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Answers = null,
    IReadOnlyList<string>? Guests = null,
    string? Key = null,
    Guid? UserId = null);

/// <summary>Another time for a booking.</summary>
/// <param name="StartTime">With its offset: <c>2026-11-24T13:00:00Z</c>; it keeps its start unless given.</param>
/// <param name="ScheduledAt">Another name of start_time (X1).</param>
/// <param name="DurationMinutes">It keeps its length unless given.</param>
/// <param name="Reason">For the history.</param>
/// <param name="OutsideOffer">Also at a time visitors are not offered, as long as nothing else is then.</param>
/// <param name="UserId">Only to be refused when it is somebody else (X7).</param>
public sealed record BookingChangeBody(
    string? StartTime = null, string? ScheduledAt = null, int? DurationMinutes = null, string? Reason = null, bool OutsideOffer = false, Guid? UserId = null);

/// <summary>Another time for a booking, by its id (B15).</summary>
/// <param name="NewScheduledAt">With its offset: <c>2026-11-24T13:00:00Z</c>.</param>
/// <param name="NewStartTime">Another name of new_scheduled_at.</param>
/// <param name="StartTime">Another name of new_scheduled_at (X1).</param>
/// <param name="NewDurationMinutes">It keeps its length unless given.</param>
/// <param name="Reason">For the history.</param>
/// <param name="OutsideOffer">Also at a time visitors are not offered, as long as nothing else is then.</param>
/// <param name="UserId">Only to be refused when it is somebody else (X7).</param>
public sealed record RescheduleBody(
    Guid? BookingId = null,
    string? NewScheduledAt = null,
    string? NewStartTime = null,
    string? StartTime = null,
    int? NewDurationMinutes = null,
    string? Reason = null,
    bool OutsideOffer = false,
    Guid? UserId = null);

/// <summary>Somebody is asked to a call that begins now.</summary>
/// <param name="Message">A few words for the mail.</param>
/// <param name="MeetingType">Its word in addresses; the host's first unless given.</param>
/// <param name="HostId">Who holds it; whoever calls unless given.</param>
/// <param name="TimeZone">Of the person; the organisation's unless given.</param>
/// <param name="UserId">Only to be refused when it is somebody else (X7).</param>
public sealed record InstantInviteBody(
    string? Email = null,
    string? Message = null,
    string? Name = null,
    string? MeetingType = null,
    Guid? HostId = null,
    int? DurationMinutes = null,
    string? TimeZone = null,
    Guid? UserId = null);

/// <param name="Note">For the organisation only.</param>
/// <param name="UserId">Only to be refused when it is somebody else (X7).</param>
public sealed record ResultBody(MeetingResult? Result = null, string? Note = null, Guid? UserId = null);

/// <param name="HostId">Who holds it from now on; whoever of the others is free and idle longest unless given.</param>
/// <param name="UserId">Only to be refused when it is somebody else (X7).</param>
public sealed record ReassignBody(Guid? HostId = null, Guid? UserId = null);
