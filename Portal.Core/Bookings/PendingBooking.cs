using NodaTime;

namespace Portal.Core.Bookings;

/// <summary>A booking that waits for an answer, with what its host needs to give one.</summary>
/// <param name="Answers">In the order of the form.</param>
/// <param name="Guests">Their addresses.</param>
public sealed record PendingBooking(
    Guid BookingId,
    string VisitorName,
    string VisitorEmail,
    string MeetingName,
    Guid HostId,
    string HostName,
    Instant StartsAt,
    Instant EndsAt,
    Instant CreatedAt,
    string Notes,
    string? Article,
    IReadOnlyList<BookingAnswer> Answers,
    IReadOnlyList<string> Guests);
