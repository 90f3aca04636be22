using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Tests.Core.Scheduling;

/// <summary>
/// The definition of an open time, checked the slow way and with none of the engine's code: every minute is looked at by its
/// wall time, and a start is open when each of its minutes is. Needs whole minutes everywhere but in busy times and now.
/// </summary>
internal sealed class MinuteOracle
{
    private readonly HostHours host;
    private readonly Instant first;
    // per minute from the first: the wall minutes since its range of hours began, or -1 outside the hours
    private readonly int[] sinceRangeBegan;
    private readonly LocalDate[] dates;

    /// <param name="host">Whose hours.</param>
    /// <param name="window">Where starts are looked for, from one whole minute to another.</param>
    /// <param name="longest">The longest meeting that will be asked for.</param>
    public MinuteOracle(HostHours host, Interval window, Duration longest)
    {
        this.host = host;
        first = window.Start;
        Minutes = (int)window.Duration.TotalMinutes;
        sinceRangeBegan = new int[Minutes + (int)longest.TotalMinutes];
        dates = new LocalDate[sinceRangeBegan.Length];
        for (var minute = 0; minute < sinceRangeBegan.Length; minute++)
        {
            var wall = InstantOf(minute).InZone(host.Zone).LocalDateTime;
            dates[minute] = wall.Date;
            sinceRangeBegan[minute] = MinutesSinceRangeBegan(wall);
        }
    }

    private int Minutes { get; }

    public List<Instant> Starts(SlotRules rules, IReadOnlyList<BusyTime> busy, Instant now)
    {
        var lastDate = now.InZone(host.Zone).Date.PlusDays(rules.HorizonDays);
        var starts = new List<Instant>();
        for (var minute = 0; minute < Minutes; minute++)
        {
            var start = InstantOf(minute);
            if (sinceRangeBegan[minute] < 0 || sinceRangeBegan[minute] % (int)rules.Increment.TotalMinutes != 0)
                continue;
            if (start - rules.MinimumNotice < now || dates[minute] > lastDate)
                continue;
            if (sinceRangeBegan.AsSpan(minute, (int)rules.Length.TotalMinutes).Contains(-1))
                continue;
            var claimFrom = start - rules.BufferBefore;
            var claimUntil = start + rules.Length + rules.BufferAfter;
            if (busy.Any(time => Later(time.Start, claimFrom) < Earlier(time.End, claimUntil)))
                continue;
            starts.Add(start);
        }
        return starts;
    }

    private Instant InstantOf(int minute) => first.Plus(Duration.FromMinutes(minute));

    private int MinutesSinceRangeBegan(LocalDateTime wall)
    {
        foreach (var range in host.Hours.Ranges)
        {
            foreach (var date in new[] { wall.Date.PlusDays(-1), wall.Date })
            {
                if (date.DayOfWeek != range.Day)
                    continue;
                var from = date + range.From;
                var until = (range.To > range.From ? date : date.PlusDays(1)) + range.To;
                if (from <= wall && wall < until)
                    return (int)Period.Between(from, wall, PeriodUnits.Minutes).Minutes;
            }
        }
        return -1;
    }

    private static Instant Later(Instant left, Instant right) => left > right ? left : right;

    private static Instant Earlier(Instant left, Instant right) => left < right ? left : right;
}
