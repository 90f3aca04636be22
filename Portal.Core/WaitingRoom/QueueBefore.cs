using NodaTime;

namespace Portal.Core.WaitingRoom;

/// <summary>What stands between a visitor and their host.</summary>
/// <param name="StartsAt">Of the visitor's own meeting, as planned.</param>
/// <param name="RunningUntil">The planned end of the other meeting the host is in; null when they are in none.</param>
/// <param name="MeetingsAhead">The planned lengths of the meetings whose visitors wait for the same host and came before.</param>
/// <param name="OverrunsToday">How long after its planned end each of the host's meetings of today ended; negative for early.</param>
public sealed record QueueBefore(
    Instant StartsAt, Instant? RunningUntil, IReadOnlyList<Duration> MeetingsAhead, IReadOnlyList<Duration> OverrunsToday);
