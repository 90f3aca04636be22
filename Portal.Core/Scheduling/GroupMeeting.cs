using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>A meeting of the very type that is asked about, already held by this host, which more people may join.</summary>
/// <param name="Start">Without buffers.</param>
/// <param name="End">Without buffers.</param>
/// <param name="SeatsTaken">Counted against <see cref="SlotRules.Capacity"/>.</param>
public readonly record struct GroupMeeting(Instant Start, Instant End, int SeatsTaken)
{
    internal BusyTime AsBusy() => new(Start, End, BusyKind.Booked);
}
