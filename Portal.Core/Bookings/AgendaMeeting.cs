using NodaTime;

namespace Portal.Core.Bookings;

/// <summary>A meeting as its host sees it.</summary>
/// <param name="Article">The help-centre article the visitor came from; null when they came otherwise.</param>
public sealed record AgendaMeeting(
    Guid BookingId,
    string MeetingName,
    string VisitorName,
    string VisitorEmail,
    DateTimeZone VisitorZone,
    Instant StartsAt,
    Instant EndsAt,
    BookingStatus Status,
    string Notes,
    string? Article);
