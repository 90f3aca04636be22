using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Tests.Core.Scheduling;

/// <summary>
/// A host's hours looked at minute by minute by their wall times, with none of the engine's code. Needs whole minutes
/// everywhere but in busy times and now.
/// </summary>
internal sealed class HostMinutes
{
    private readonly HostHours host;
    private readonly Instant first;
    // per minute from the first: the wall minutes since its range of hours began, or -1 outside the hours
    private readonly int[] sinceRangeBegan;

    /// <param name="host">Whose hours.</param>
    /// <param name="window">Where starts are looked for, from one whole minute to another.</param>
    /// <param name="longest">The longest meeting that will be asked for.</param>
    public HostMinutes(HostHours host, Interval window, Duration longest)
    {
        this.host = host;
        first = window.Start;
        sinceRangeBegan = new int[(int)(window.Duration + longest).TotalMinutes];
        for (var minute = 0; minute < sinceRangeBegan.Length; minute++)
            sinceRangeBegan[minute] = MinutesSinceRangeBegan(first.Plus(Duration.FromMinutes(minute)).InZone(host.Zone).LocalDateTime);
    }

    public LocalDate DateOf(Instant instant) => instant.InZone(host.Zone).Date;

    public bool HasHours(Instant start, Duration length) =>
        !sinceRangeBegan.AsSpan(MinuteOf(start), (int)length.TotalMinutes).Contains(-1);

    public bool IsOnGrid(Instant start, SlotRules rules)
    {
        var sinceFirst = sinceRangeBegan[MinuteOf(start)] - (int)rules.Offset.TotalMinutes;
        return sinceFirst >= 0 && sinceFirst % (int)rules.Increment.TotalMinutes == 0;
    }

    private int MinuteOf(Instant start) => (int)(start - first).TotalMinutes;

    private int MinutesSinceRangeBegan(LocalDateTime wall)
    {
        var today = HoursOf(wall.Date);
        foreach (var (from, to) in today)
        {
            var until = (to > from ? wall.Date : wall.Date.PlusDays(1)) + to;
            if (from <= wall.TimeOfDay && wall < until)
                return MinutesBetween(wall.Date + from, wall);
        }
        // those of the day before, until those of the day begin
        if (today.Any(range => range.From <= wall.TimeOfDay))
            return -1;
        var yesterday = wall.Date.PlusDays(-1);
        foreach (var (from, to) in HoursOf(yesterday))
        {
            if (to <= from && wall.TimeOfDay < to)
                return MinutesBetween(yesterday + from, wall);
        }
        return -1;
    }

    private IEnumerable<TimeRange> HoursOf(LocalDate date) => host.Exceptions.TryGet(date, out var exception)
        ? exception.Hours
        : host.Hours.Ranges.Where(range => range.Day == date.DayOfWeek).Select(range => new TimeRange(range.From, range.To));

    private static int MinutesBetween(LocalDateTime from, LocalDateTime until) =>
        (int)Period.Between(from, until, PeriodUnits.Minutes).Minutes;
}
