using NodaTime;

namespace Portal.Core.Bookings;

/// <param name="Statuses">Only these; none for all.</param>
/// <param name="Text">
/// Words that each occur, whatever their case, in the visitor's name or email, the meeting type, the host's name or the
/// article. No character in it has a special meaning.
/// </param>
/// <param name="OlderThan">Goes on below this booking.</param>
/// <param name="NewerThan">Goes back above this booking; <paramref name="OlderThan"/> is not read then.</param>
public sealed record ListBookingsRequest(
    Guid OrganizationId,
    IReadOnlyCollection<BookingStatus> Statuses,
    string? Text,
    BookingCursor? OlderThan,
    BookingCursor? NewerThan)
{
    /// <summary>Only what this person holds, alone or with others; null for everybody's.</summary>
    public Guid? HostId { get; init; }

    /// <summary>Null for every type.</summary>
    public Guid? MeetingTypeId { get; init; }

    /// <summary>Starts at this moment or later.</summary>
    public Instant? From { get; init; }

    /// <summary>Starts before this moment.</summary>
    public Instant? To { get; init; }
}
