using NodaTime;
using Portal.Core.Bookings;

namespace Portal.Core.WaitingRoom;

/// <summary>What the waiting page shows a visitor.</summary>
/// <param name="Ahead">How many wait for the same host and came before.</param>
/// <param name="DeclinedReason">In the host's words; null when none was given.</param>
public sealed record WaitingPlace(
    Guid BookingId,
    BookingStatus BookingStatus,
    Admission Admission,
    Instant? WaitingSince,
    int Ahead,
    string? DeclinedReason,
    string HostName,
    string MeetingName,
    string MeetingSlug,
    string OrganizationName,
    string OrganizationSlug,
    Instant StartsAt,
    Instant EndsAt,
    DateTimeZone VisitorZone,
    bool IsOver);
