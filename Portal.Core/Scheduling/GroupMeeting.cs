using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>A meeting of the very type that is asked about, already held by this host, which more people may join.</summary>
/// <param name="Start">Without buffers.</param>
/// <param name="End">Without buffers.</param>
/// <param name="SeatsTaken">Counted against <see cref="SlotRules.Capacity"/>.</param>
public readonly record struct GroupMeeting(Instant Start, Instant End, int SeatsTaken)
{
    /// <summary>The time it takes from its host, should that not be among the busy times.</summary>
    internal BusyTime Claim(SlotRules rules) => new(Start - rules.BufferBefore, End + rules.BufferAfter, BusyKind.Booked);
}
