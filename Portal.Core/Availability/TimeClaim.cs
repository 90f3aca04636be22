using NodaTime;

namespace Portal.Core.Availability;

/// <summary>
/// A stretch of a host's time that is taken, buffers included. The database refuses two that overlap for one host,
/// whichever organisation took them. A claim given up is a row deleted; one without a seat does not last.
/// </summary>
public sealed class TimeClaim
{
    /// <summary>
    /// No claim is longer, buffers included. Whoever looks for what reaches into a time looks no further back, however long a
    /// host's past is.
    /// </summary>
    public static readonly Duration Longest = Duration.FromDays(4);

    public required Guid Id { get; init; }

    /// <summary>The person, not the membership: one's time is the same in every organisation.</summary>
    public required Guid HostId { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>What the time was taken for; seats of one claim are all of one type.</summary>
    public required Guid MeetingTypeId { get; init; }

    /// <summary>Inclusive.</summary>
    public required Instant StartsAt { get; init; }

    /// <summary>Exclusive.</summary>
    public required Instant EndsAt { get; init; }

    /// <summary>The meeting itself, without buffers: who joins a group joins at exactly this start.</summary>
    public required Instant MeetingStartsAt { get; init; }

    /// <summary>The meeting itself, without buffers; exclusive.</summary>
    public required Instant MeetingEndsAt { get; init; }

    /// <summary>How many seats it can have: 1 but for a group meeting.</summary>
    public required int Capacity { get; init; }

    public List<ClaimSeat> Seats { get; init; } = [];
}
