using System.Buffers;
using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>The starts that hours give, with everything taken out that is in somebody's way.</summary>
internal static class HostSweep
{
    public static IReadOnlyList<OpenSlot> Run(Schedule schedule, TickSpan window, Instant now)
    {
        if (schedule.Rules.SessionsOnly || schedule.Hosts.Count == 0)
            return [];
        using var rows = Open(schedule, window, now);
        for (var host = 0; host < schedule.Hosts.Count; host++)
            CloseFor(schedule, host, now, rows);
        foreach (var full in FullPeriod.Of(schedule.Rules.Limit, schedule.Meetings, schedule.Zone))
            rows.Close(full.Starts);
        var isCollective = schedule.Combination == HostCombination.All;
        return SlotTable.Of(schedule, rows.ForAtLeast(isCollective ? schedule.Hosts.Count : 1));
    }

    /// <summary>What hours, notice and horizon allow. Hosts with the same hours share the work.</summary>
    private static HostRows Open(Schedule schedule, TickSpan window, Instant now)
    {
        var hosts = schedule.Hosts;
        var words = HostList.Words(hosts.Count);
        var mask = ArrayPool<ulong>.Shared.Rent(words);
        var rows = HostRows.Empty(words);
        // a collective meeting starts where its first host's meetings start
        var deciding = schedule.Combination == HostCombination.All ? 1 : hosts.Count;
        for (var host = 0; host < deciding; host++)
        {
            if (FirstWithHoursOf(hosts, host) < host)
                continue;
            Array.Clear(mask);
            for (var other = host; other < hosts.Count; other++)
            {
                if (schedule.Combination == HostCombination.All || HaveSameHours(hosts[host], hosts[other]))
                    mask[other / 64] |= 1UL << (other % 64);
            }
            var bounds = StartBounds.Of(schedule, hosts[host].Zone, now);
            using var grid = StartGrid.Of(schedule.Rules, hosts[host], bounds.Within(window));
            rows = rows.With(grid.Items, mask.AsSpan(0, words));
        }
        ArrayPool<ulong>.Shared.Return(mask);
        return rows;
    }

    private static void CloseFor(Schedule schedule, int number, Instant now, HostRows rows)
    {
        if (rows.Count == 0)
            return;
        var host = schedule.Hosts[number];
        var shape = MeetingShape.Of(schedule.Rules);
        var cursor = 0;
        foreach (var busy in host.BusyTicks)
            rows.Close(number, shape.StartsClosedBy(busy), ref cursor);
        for (var index = 0; index < host.Groups.Count; index++)
            rows.Close(number, shape.StartsClosedBy(TickSpan.Of(host.Groups[index].Claim(schedule.Rules))), ref cursor);
        foreach (var full in FullPeriod.Of(host.Limit, host.Meetings, host.Zone))
            rows.Close(number, full.Starts, ref cursor);
        // the first host's hours and horizon made the rows
        if (schedule.Combination == HostCombination.Any || HaveSameHours(schedule.Hosts[0], host))
            return;
        rows.Close(number, new TickSpan(StartBounds.Of(schedule, host.Zone, now).Horizon, Ticks.Latest), ref cursor);
        CloseOutsideHours(schedule, number, rows, ref cursor);
    }

    private static void CloseOutsideHours(Schedule schedule, int number, HostRows rows, ref int cursor)
    {
        var length = schedule.Rules.Length.BclCompatibleTicks;
        var stretches = new OpenStretches(new OpenHours(schedule.Hosts[number], rows.Starts[0], rows.Starts[^1] + length));
        var tooLate = Ticks.Earliest;
        while (stretches.MoveNext())
        {
            rows.Close(number, new TickSpan(tooLate, stretches.Current.From), ref cursor);
            tooLate = stretches.Current.Until - length + 1;
        }
        rows.Close(number, new TickSpan(tooLate, Ticks.Latest), ref cursor);
    }

    private static int FirstWithHoursOf(IReadOnlyList<HostHours> hosts, int host)
    {
        var first = 0;
        while (!HaveSameHours(hosts[first], hosts[host]))
            first++;
        return first;
    }

    private static bool HaveSameHours(HostHours left, HostHours right) =>
        left.Zone.Equals(right.Zone) && left.Hours == right.Hours && ReferenceEquals(left.Exceptions, right.Exceptions);
}
