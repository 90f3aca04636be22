using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>
/// The starts with a story of their own: group meetings that run already and sessions offered once. At such a start a
/// meeting one can join comes first, then a session, then what the hours give; there is one slot at most.
/// </summary>
internal static class SingleStarts
{
    /// <summary>Lays them over the slots of the hours.</summary>
    public static IReadOnlyList<OpenSlot> Over(IReadOnlyList<OpenSlot> regular, Schedule schedule, TickSpan window, Instant now)
    {
        if (!AreIn(schedule))
            return regular;
        var slots = new SortedDictionary<Instant, OpenSlot>();
        foreach (var slot in regular)
            slots.Add(slot.Start, slot);
        foreach (var start in StartsIn(schedule, window))
        {
            if (At(schedule, start, now) is { } slot)
                slots[start] = slot;
        }
        return [.. slots.Values];
    }

    private static bool AreIn(Schedule schedule)
    {
        for (var host = 0; host < schedule.Hosts.Count; host++)
        {
            if (schedule.Hosts[host].Groups.Count > 0 || schedule.Hosts[host].Sessions.Count > 0)
                return true;
        }
        return false;
    }

    private static HashSet<Instant> StartsIn(Schedule schedule, TickSpan window)
    {
        var starts = new HashSet<Instant>();
        foreach (var host in schedule.Hosts)
        {
            starts.UnionWith(host.Groups.Select(group => group.Start));
            starts.UnionWith(host.Sessions.Select(session => session.Start));
        }
        starts.RemoveWhere(start => !window.Contains(Ticks.Floor(start)) || Ticks.Floor(start) != Ticks.Ceiling(start));
        return starts;
    }

    private static OpenSlot? At(Schedule schedule, Instant start, Instant now)
    {
        var reasons = new HostReasons(schedule, now);
        return schedule.Combination == HostCombination.All
            ? TogetherAt(schedule, start, reasons)
            : JoinableAt(schedule, start, reasons) ?? SessionAt(schedule, start, reasons);
    }

    /// <summary>The running meeting with the most seats left decides what it is; every host of one like it is named.</summary>
    private static OpenSlot? JoinableAt(Schedule schedule, Instant start, HostReasons reasons)
    {
        var running = (
            from host in schedule.Hosts
            from proposal in Proposal.At(start, host, schedule.Rules)
            let meeting = proposal.RunningWith(host)
            where meeting is not null && reasons.Of(host, proposal, decidesStart: true).Count == 0
            select (host.HostId, Proposal: proposal, SeatsLeft: schedule.Rules.Capacity - meeting.Value.SeatsTaken)).ToList();
        if (running.Count == 0)
            return null;
        var (_, joined, seats) = running.MaxBy(meeting => meeting.SeatsLeft);
        var hosts = running.Where(meeting => meeting.Proposal == joined).Select(meeting => meeting.HostId);
        return new OpenSlot(start, joined.End, [.. hosts], seats, joined.SessionId);
    }

    private static OpenSlot? SessionAt(Schedule schedule, Instant start, HostReasons reasons)
    {
        foreach (var host in schedule.Hosts)
        {
            foreach (var session in host.Sessions.Where(session => session.Start == start))
            {
                if (reasons.Of(host, Proposal.Of(session), decidesStart: true).Count == 0)
                    return new OpenSlot(start, session.End, [host.HostId], schedule.Rules.Capacity, session.Id);
            }
        }
        return null;
    }

    private static OpenSlot? TogetherAt(Schedule schedule, Instant start, HostReasons reasons)
    {
        foreach (var proposal in Proposal.At(start, schedule.Hosts[0], schedule.Rules))
        {
            if (schedule.Hosts.Select((host, number) => reasons.Of(host, proposal, decidesStart: number == 0)).Any(found => found.Count > 0))
                continue;
            var taken = schedule.Hosts.Max(host => proposal.RunningWith(host)?.SeatsTaken ?? 0);
            return new OpenSlot(
                start, proposal.End, [.. schedule.Hosts.Select(host => host.HostId)], schedule.Rules.Capacity - taken, proposal.SessionId);
        }
        return null;
    }
}
