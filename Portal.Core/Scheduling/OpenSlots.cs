using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>The times that can be booked, and only those.</summary>
public static class OpenSlots
{
    /// <summary>
    /// Slots whose start lies in <paramref name="window"/>, ordered by start. With several hosts a slot is open when one
    /// of them is free, and names all who are, in the given order.
    /// </summary>
    public static IReadOnlyList<OpenSlot> Find(SlotRules rules, IReadOnlyList<HostHours> hosts, Interval window, Instant now)
    {
        var from = window.HasStart ? Ticks.Ceiling(window.Start) : Ticks.Earliest;
        var until = window.HasEnd ? Ticks.Ceiling(window.End) : Ticks.Latest;
        var starts = new List<long>();
        var endOfHost = new int[hosts.Count];
        for (var host = 0; host < hosts.Count; host++)
        {
            HostSweep.Run(rules, hosts[host], from, until, now, starts);
            endOfHost[host] = starts.Count;
        }
        return HostUnion.Of(rules, hosts, starts, endOfHost);
    }

    /// <summary>Whether <see cref="Find"/> would offer this start of this host: the same sweep over a window of one tick.</summary>
    public static bool IsOpen(SlotRules rules, HostHours host, Instant start, Instant now)
    {
        var tick = Ticks.Floor(start);
        if (tick != Ticks.Ceiling(start))
            return false;
        var starts = new List<long>(1);
        HostSweep.Run(rules, host, tick, tick + 1, now, starts);
        return starts.Count > 0;
    }
}
