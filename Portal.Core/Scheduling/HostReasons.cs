using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>What keeps one host from holding one meeting: the rules of the sweep, asked about a single start.</summary>
internal sealed class HostReasons(Schedule schedule, Instant now)
{
    private readonly SlotRules rules = schedule.Rules;

    /// <param name="host">Who would hold it.</param>
    /// <param name="proposal">What would be held.</param>
    /// <param name="decidesStart">Whether it must start where this host's meetings start.</param>
    public IReadOnlyList<Reason> Of(HostHours host, Proposal proposal, bool decidesStart)
    {
        var group = proposal.RunningWith(host);
        var reasons = new List<Reason>();
        reasons.AddRange(Bounds(host, proposal));
        reasons.AddRange(Hours(host, proposal, decidesStart));
        reasons.AddRange(Busy(host, proposal, group));
        if (group is { } running)
            reasons.AddRange(Full(host, running));
        else
            reasons.AddRange(Limits(host, proposal));
        return reasons;
    }

    private IEnumerable<Reason> Bounds(HostHours host, Proposal proposal)
    {
        var bounds = StartBounds.Of(schedule, host.Zone, now);
        var start = Ticks.Floor(proposal.Start);
        if (start < bounds.Notice)
            yield return new Reason(ReasonKind.Notice) { From = Instant.FromUnixTimeTicks(bounds.Notice) };
        if (start < bounds.FirstDay)
            yield return new Reason(ReasonKind.Horizon) { From = Instant.FromUnixTimeTicks(bounds.FirstDay) };
        if (start >= bounds.Horizon)
            yield return new Reason(ReasonKind.Horizon) { Until = Instant.FromUnixTimeTicks(bounds.Horizon) };
    }

    private IEnumerable<Reason> Hours(HostHours host, Proposal proposal, bool decidesStart)
    {
        if (proposal.IsSessionOf(host))
            return [];
        return rules.SessionsOnly
            ? [new Reason(ReasonKind.SessionsOnly)]
            : HoursReasons.Of(rules, host, proposal, decidesStart);
    }

    private IEnumerable<Reason> Busy(HostHours host, Proposal proposal, GroupMeeting? group)
    {
        var start = Ticks.Floor(proposal.Start);
        var shape = MeetingShape.Of(rules, Ticks.Floor(proposal.End) - start);
        var ownClaim = group is { } running ? OwnClaim(host, running) : -1;
        var isBooked = false;
        for (var index = 0; index < host.Busy.Count; index++)
        {
            var busy = host.Busy[index];
            if (index == ownClaim || !shape.StartsClosedBy(host.BusyTicks[index]).Contains(start))
                continue;
            isBooked |= busy.Kind == BusyKind.Booked;
            yield return Blocked(host, proposal, busy);
        }
        // usually among the busy times already
        foreach (var other in host.Groups)
        {
            if (!isBooked && !IsSameTime(other, group) && shape.StartsClosedBy(TickSpan.Of(other.Claim(rules))).Contains(start))
                yield return Blocked(host, proposal, other.Claim(rules));
        }
    }

    private static bool IsSameTime(GroupMeeting other, GroupMeeting? group) => (other.Start, other.End) == (group?.Start, group?.End);

    /// <summary>The claim of a group meeting: a booked time around all of it.</summary>
    private static int OwnClaim(HostHours host, GroupMeeting group)
    {
        for (var index = 0; index < host.Busy.Count; index++)
        {
            var busy = host.Busy[index];
            if (busy.Kind == BusyKind.Booked && busy.Start <= group.Start && busy.End >= group.End)
                return index;
        }
        return -1;
    }

    private static Reason Blocked(HostHours host, Proposal proposal, BusyTime busy)
    {
        var kind = busy.Start >= proposal.End || busy.End <= proposal.Start ? ReasonKind.Buffer : busy.Kind switch
        {
            BusyKind.Held => ReasonKind.Held,
            BusyKind.Calendar => ReasonKind.Calendar,
            _ => ReasonKind.Busy,
        };
        return new Reason(kind, host.HostId) { Blocking = new Interval(busy.Start, busy.End) };
    }

    private IEnumerable<Reason> Full(HostHours host, GroupMeeting group) => group.SeatsTaken < rules.Capacity
        ? []
        : [new Reason(ReasonKind.Capacity, host.HostId) { Limit = rules.Capacity }];

    private IEnumerable<Reason> Limits(HostHours host, Proposal proposal) =>
    [
        .. Limits(host.HostId, FullPeriod.Of(host.Limit, host.Meetings, host.Zone), proposal, host.Zone),
        .. Limits(null, FullPeriod.Of(rules.Limit, schedule.Meetings, schedule.Zone), proposal, schedule.Zone),
    ];

    private static IEnumerable<Reason> Limits(Guid? host, IEnumerable<FullPeriod> full, Proposal proposal, DateTimeZone zone) =>
        full.Where(period => period.Starts.Contains(Ticks.Floor(proposal.Start))).Select(period => new Reason(ReasonKind.Limit, host)
        {
            Day = proposal.Start.InZone(zone).Date,
            Limit = period.Limit,
            Period = period.Period,
        });
}
