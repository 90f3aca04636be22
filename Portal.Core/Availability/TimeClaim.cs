using NodaTime;

namespace Portal.Core.Availability;

/// <summary>
/// A stretch of a host's time that is taken, buffers included. The database refuses two that overlap for one host,
/// whichever organisation took them. A claim given up is a row deleted.
/// </summary>
public sealed class TimeClaim
{
    public required Guid Id { get; init; }

    /// <summary>The person, not the membership: one's time is the same in every organisation.</summary>
    public required Guid HostId { get; init; }

    public required Guid OrganizationId { get; init; }

    public Guid? BookingId { get; init; }

    /// <summary>Inclusive.</summary>
    public required Instant StartsAt { get; set; }

    /// <summary>Exclusive.</summary>
    public required Instant EndsAt { get; set; }

    /// <summary>When a claim that only holds the time lapses; null for a claim that stands.</summary>
    public Instant? HeldUntil { get; init; }
}
