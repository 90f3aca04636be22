using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>
/// Time as a count of ticks since 1970. Slots start on whole ticks, so rounding a bound up (or a busy start down)
/// leaves every comparison with a slot as it was.
/// </summary>
internal static class Ticks
{
    public static readonly long Earliest = Instant.MinValue.ToUnixTimeTicks();
    public static readonly long Latest = Instant.MaxValue.ToUnixTimeTicks();

    // zones reach from UTC-18 to UTC+18
    private const long WidestOffset = 18 * NodaConstants.TicksPerHour;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    public static long Floor(Instant instant) => instant.ToUnixTimeTicks();

    public static long Ceiling(Instant instant)
    {
        var isWhole = (instant - NodaConstants.UnixEpoch).NanosecondOfDay % NodaConstants.NanosecondsPerTick == 0;
        return isWhole ? Floor(instant) : Floor(instant) + 1;
    }

    /// <summary>The day of a wall time, counted from 1970-01-01.</summary>
    public static long DayOf(long localTicks) => FloorDivide(localTicks, NodaConstants.TicksPerDay);

    public static IsoDayOfWeek DayOfWeek(long day)
    {
        // 1970-01-01 was a Thursday
        var sinceMonday = day + 3 - FloorDivide(day + 3, 7) * 7;
        return (IsoDayOfWeek)(sinceMonday + 1);
    }

    /// <summary>The number of a date, as <see cref="DayOf(long)"/> counts.</summary>
    public static long DayOf(LocalDate date) => Period.DaysBetween(Epoch, date);

    /// <summary>The first moment of a date; where a zone skips the date, that of the next. Allocates nothing.</summary>
    public static long StartOfDay(LocalDate date, DateTimeZone zone)
    {
        var midnight = DayOf(date) * NodaConstants.TicksPerDay;
        var interval = zone.GetZoneInterval(Instant.FromUnixTimeTicks(Math.Max(midnight - WidestOffset, Earliest)));
        while (interval.HasEnd && Floor(interval.End) <= midnight - interval.WallOffset.Ticks)
            interval = zone.GetZoneInterval(interval.End);
        var start = midnight - interval.WallOffset.Ticks;
        return interval.HasStart ? Math.Max(start, Floor(interval.Start)) : start;
    }

    /// <summary>The first moment after a date.</summary>
    public static long EndOfDay(LocalDate date, DateTimeZone zone) =>
        date == LocalDate.MaxIsoValue ? Latest : StartOfDay(date.PlusDays(1), zone);

    private static long FloorDivide(long dividend, long divisor)
    {
        var (quotient, remainder) = Math.DivRem(dividend, divisor);
        return remainder < 0 ? quotient - 1 : quotient;
    }
}
