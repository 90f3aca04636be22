using NodaTime;

namespace Portal.Tests.Architecture.Samples;

internal static class ReadsSystemClock
{
    public static Instant Now() => SystemClock.Instance.GetCurrentInstant();
}

internal static class ReadsNow
{
    public static DateTime Now() => DateTime.Now;
}

internal static class ReadsUtcNow
{
    public static DateTime Now() => DateTime.UtcNow;
}

internal static class ReadsOffsetNow
{
    public static string Now() => DateTimeOffset.UtcNow.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal static class ReadsTimeProvider
{
    public static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
}

internal static class AsksTheMachineForAZone
{
    public static object Zone() => TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
}

internal static class ReadsInAClosure
{
    public static Func<Task<long>> Now() => async () =>
    {
        await Task.Yield();
        return DateTime.UtcNow.Ticks;
    };
}

/// <summary>Everything about time that is allowed anywhere.</summary>
internal static class IsGivenTheTime
{
    public static Instant Later(Instant now, IClock clock) => clock.GetCurrentInstant() > now ? now : now.InUtc().ToInstant();
}
