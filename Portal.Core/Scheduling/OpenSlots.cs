using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>The times that can be booked, and only those.</summary>
public static class OpenSlots
{
    /// <summary>Slots whose start lies in <paramref name="window"/>, ordered by start.</summary>
    public static IReadOnlyList<OpenSlot> Find(Schedule schedule, Interval window, Instant now)
    {
        var from = window.HasStart ? Ticks.Ceiling(window.Start) : Ticks.Earliest;
        var until = window.HasEnd ? Ticks.Ceiling(window.End) : Ticks.Latest;
        return Sweep(schedule, new TickSpan(from, until), now);
    }

    /// <summary>Exactly what <see cref="Find"/> would offer at this start: the same sweep over a window of one tick.</summary>
    /// <returns>Null when nothing is offered then.</returns>
    public static OpenSlot? At(Schedule schedule, Instant start, Instant now)
    {
        var tick = Ticks.Floor(start);
        if (tick != Ticks.Ceiling(start))
            return null;
        var slots = Sweep(schedule, new TickSpan(tick, tick + 1), now);
        return slots.Count > 0 ? slots[0] : null;
    }

    private static IReadOnlyList<OpenSlot> Sweep(Schedule schedule, TickSpan window, Instant now) =>
        SingleStarts.Over(HostSweep.Run(schedule, window, now), schedule, window, now);
}
