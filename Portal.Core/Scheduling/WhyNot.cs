using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>Why a time is not offered, from the same run that decides it (N3).</summary>
public static class WhyNot
{
    /// <summary>What keeps a start from being offered: of every host, and in the order of <see cref="ReasonKind"/>.</summary>
    /// <returns>Empty if and only if <see cref="OpenSlots.Find"/> offers it.</returns>
    public static IReadOnlyList<Reason> Explain(Schedule schedule, Instant start, Instant now)
    {
        if (OpenSlots.At(schedule, start, now) is not null)
            return [];
        var reasons = Reasons(schedule, start, now).Distinct().OrderBy(reason => reason.Kind).ToList();
        return reasons.Count > 0
            ? reasons
            : throw new InvalidOperationException($"{start} is not offered, and no rule says why.");
    }

    /// <summary>The same for a time on a clock: one answer, or two for a time that comes twice.</summary>
    public static IReadOnlyList<Explanation> Explain(Schedule schedule, LocalDateTime wallTime, DateTimeZone zone, Instant now)
    {
        var starts = zone.MapLocal(wallTime);
        return starts.Count switch
        {
            0 => [new Explanation(null, [new Reason(ReasonKind.DoesNotExist) { Day = wallTime.Date }])],
            1 => [Of(starts.Single())],
            _ => [Of(starts.First()), Of(starts.Last())],
        };

        Explanation Of(ZonedDateTime moment) => new(moment.ToInstant(), Explain(schedule, moment.ToInstant(), now));
    }

    private static IEnumerable<Reason> Reasons(Schedule schedule, Instant start, Instant now)
    {
        if (schedule.Hosts.Count == 0)
            return [new Reason(ReasonKind.NoHosts)];
        if (Ticks.Floor(start) != Ticks.Ceiling(start))
            return [new Reason(ReasonKind.BetweenStarts)];
        var reasons = new HostReasons(schedule, now);
        if (schedule.Combination == HostCombination.Any)
            return schedule.Hosts.SelectMany(host => reasons.Of(host, ProposalAt(start, host, schedule.Rules), decidesStart: true));
        var proposal = ProposalAt(start, schedule.Hosts[0], schedule.Rules);
        return schedule.Hosts.SelectMany((host, number) => reasons.Of(host, proposal, decidesStart: number == 0));
    }

    /// <summary>What would have been offered there: the host's session if there is one.</summary>
    private static Proposal ProposalAt(Instant start, HostHours host, SlotRules rules) =>
        Proposal.At(start, host, rules).FirstOrDefault(new Proposal(start, start + rules.Length, null));
}
