using NodaTime;

namespace Portal.Web.Pages.Dashboard.Calendar;

/// <summary>
/// The wall times down the side of days that stand beside each other. An hour that comes twice on one of the days stands
/// there twice; the other days have a gap in its second place, and a day has one where its clock skips an hour.
/// </summary>
public sealed class TimeAxis
{
    private const int MinutesOfDay = 24 * 60;

    private readonly DateTimeZone zone;
    private readonly Repeat? repeat;
    private readonly Dictionary<LocalDate, (int From, int Until)> skips = [];

    public TimeAxis(IReadOnlyList<LocalDate> days, DateTimeZone zone)
    {
        this.zone = zone;
        var span = new Interval(zone.AtStartOfDay(days[0]).ToInstant(), zone.AtStartOfDay(days[^1].PlusDays(1)).ToInstant());
        var intervals = zone.GetZoneIntervals(span).ToList();
        foreach (var (before, after) in intervals.Zip(intervals.Skip(1)))
        {
            var (left, reached) = (before.IsoLocalEnd, after.IsoLocalStart);
            if (reached < left)
                repeat ??= new Repeat(reached.Date, MinuteOf(reached), MinuteOf(left, reached.Date), before.WallOffset, after.WallOffset);
            else if (reached > left)
                skips[reached.Date] = (left.Date < reached.Date ? 0 : MinuteOf(left), MinuteOf(reached));
        }

        Bottom = Length;
    }

    /// <summary>Where the part that is shown begins, in minutes from midnight along the axis.</summary>
    public int Top { get; private set; }

    /// <summary>Exclusive.</summary>
    public int Bottom { get; private set; }

    private int Length => MinutesOfDay + (repeat?.Minutes ?? 0);

    /// <summary>Shows only the full hours around these stretches.</summary>
    public void Show(IEnumerable<(int From, int Until)> stretches)
    {
        var all = stretches.ToList();
        Top = all.Min(stretch => stretch.From) / 60 * 60;
        Bottom = Math.Min(Length, (all.Max(stretch => stretch.Until) + 59) / 60 * 60);
    }

    /// <summary>A stretch of time as far as it lies on the day, in minutes along the axis.</summary>
    public (int From, int Until) On(LocalDate day, Interval time) => (PositionOf(day, time.Start), PositionOf(day, time.End));

    /// <summary>What is shown of a stretch; null for nothing.</summary>
    public AxisPlace? Place((int From, int Until) stretch, int atLeast = 0)
    {
        var from = Math.Max(stretch.From, Top);
        var until = Math.Min(Math.Max(stretch.Until, stretch.From + atLeast), Bottom);
        return from < until ? new AxisPlace(from - Top, until - from) : null;
    }

    /// <summary>Where the axis has a wall time that the day has not, in minutes along the axis.</summary>
    public IEnumerable<(int From, int Until)> GapsOf(LocalDate day)
    {
        if (repeat is { } twice && twice.Day != day)
            yield return (twice.Until, twice.Until + twice.Minutes);
        if (skips.TryGetValue(day, out var skipped))
            yield return skipped;
    }

    /// <summary>The full hours shown.</summary>
    public IEnumerable<AxisHour> Hours()
    {
        for (var minute = 0; minute < MinutesOfDay; minute += 60)
        {
            var time = new LocalTime(minute / 60, 0);
            var isTwice = repeat is { } twice && minute >= twice.From && minute < twice.Until;
            var at = repeat is { } before && minute >= before.Until ? minute + before.Minutes : minute;
            if (at >= Top && at < Bottom)
                yield return new AxisHour(time, at - Top, isTwice ? repeat!.Before : null);
            if (isTwice && at + repeat!.Minutes is var again && again >= Top && again < Bottom)
                yield return new AxisHour(time, again - Top, repeat.After);
        }
    }

    private int PositionOf(LocalDate day, Instant moment)
    {
        var local = moment.InZone(zone);
        if (local.Date != day)
            return local.Date < day ? 0 : Length;
        var minute = MinuteOf(local.LocalDateTime);
        if (repeat is not { } twice || minute < twice.From)
            return minute;
        var isAgain = day == twice.Day && local.Offset == twice.After;
        return minute >= twice.Until || isAgain ? minute + twice.Minutes : minute;
    }

    private static int MinuteOf(LocalDateTime time) => time.Hour * 60 + time.Minute;

    // midnight after the day is its end
    private static int MinuteOf(LocalDateTime time, LocalDate day) => time.Date > day ? MinutesOfDay : MinuteOf(time);

    /// <summary>Wall times that come twice on a day, in minutes from midnight.</summary>
    private sealed record Repeat(LocalDate Day, int From, int Until, Offset Before, Offset After)
    {
        public int Minutes => Until - From;
    }
}

/// <summary>In minutes.</summary>
/// <param name="At">From the top of what is shown.</param>
public readonly record struct AxisPlace(int At, int For);

/// <param name="Offset">Told only where the hour comes twice.</param>
public readonly record struct AxisHour(LocalTime Time, int At, Offset? Offset);
