using System.Collections.Immutable;
using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>Why a meeting does not fit a host's hours.</summary>
internal static class HoursReasons
{
    /// <param name="rules">Give the grid.</param>
    /// <param name="host">Whose hours.</param>
    /// <param name="proposal">A meeting of the rules' length.</param>
    /// <param name="onGrid">Whether it must start where the host's meetings start, or may start anywhere within the hours.</param>
    public static IEnumerable<Reason> Of(SlotRules rules, HostHours host, Proposal proposal, bool onGrid)
    {
        if (FirstGap(host, proposal) is { } gap)
            return Outside(host, proposal, gap);
        return onGrid && !IsOnGrid(rules, host, proposal.Start)
            ? [new Reason(ReasonKind.BetweenStarts, host.HostId) { Day = DateOf(proposal.Start, host) }]
            : [];
    }

    private static bool IsOnGrid(SlotRules rules, HostHours host, Instant start)
    {
        var tick = Ticks.Floor(start);
        using var grid = StartGrid.Of(rules, host, new TickSpan(tick, tick + 1));
        return grid.Count > 0;
    }

    /// <summary>The first moment of the meeting that is outside the hours.</summary>
    private static Instant? FirstGap(HostHours host, Proposal proposal)
    {
        var (open, end) = (Ticks.Floor(proposal.Start), Ticks.Floor(proposal.End));
        var hours = new OpenHours(host, open, end);
        while (open < end && hours.MoveNext() && hours.Current.Start <= open)
            open = hours.Current.End;
        return open < end ? Instant.FromUnixTimeTicks(open) : null;
    }

    private static IEnumerable<Reason> Outside(HostHours host, Proposal proposal, Instant gap)
    {
        var fitsOrdinaryWeek = FirstGap(host with { Exceptions = DayExceptions.None }, proposal) is null;
        var day = DateOf(gap, host);
        if (host.Exceptions.TryGet(day, out var exception))
            yield return Of(exception, host);
        // hours of the day before would have reached in
        else if (fitsOrdinaryWeek && host.Exceptions.TryGet(day.PlusDays(-1), out exception))
            yield return Of(exception, host);
        if (!fitsOrdinaryWeek)
            yield return new Reason(ReasonKind.OutsideHours, host.HostId) { Day = day, Hours = WeeklyHoursOn(host, day) };
    }

    private static Reason Of(DayException exception, HostHours host)
    {
        var kind = exception.Kind switch
        {
            DayExceptionKind.DayOff => ReasonKind.HostAway,
            DayExceptionKind.Holiday => ReasonKind.Holiday,
            _ => ReasonKind.Override,
        };
        return new Reason(kind, host.HostId) { Day = exception.Day, Name = exception.Name, Hours = exception.Hours };
    }

    private static ImmutableArray<TimeRange> WeeklyHoursOn(HostHours host, LocalDate day) =>
        [.. host.Hours.Ranges.Where(range => range.Day == day.DayOfWeek).Select(range => new TimeRange(range.From, range.To))];

    private static LocalDate DateOf(Instant instant, HostHours host) => instant.InZone(host.Zone).Date;
}
