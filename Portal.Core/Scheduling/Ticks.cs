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

    public static long Floor(Instant instant) => instant.ToUnixTimeTicks();

    public static long Ceiling(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks) < instant ? ticks + 1 : ticks;
    }

    /// <summary>The day of a wall time, counted from 1970-01-01.</summary>
    public static long DayOf(long localTicks) => FloorDivide(localTicks, NodaConstants.TicksPerDay);

    public static IsoDayOfWeek DayOfWeek(long day)
    {
        // 1970-01-01 was a Thursday
        var sinceMonday = day + 3 - FloorDivide(day + 3, 7) * 7;
        return (IsoDayOfWeek)(sinceMonday + 1);
    }

    private static long FloorDivide(long dividend, long divisor)
    {
        var (quotient, remainder) = Math.DivRem(dividend, divisor);
        return remainder < 0 ? quotient - 1 : quotient;
    }
}
