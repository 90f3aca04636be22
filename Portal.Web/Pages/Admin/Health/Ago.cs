using NodaTime;

namespace Portal.Web.Pages.Admin.Health;

/// <summary>How long ago something was, in the coarsest words that still help.</summary>
internal static class Ago
{
    public static string Words(Instant then, Instant now) => now - then < Duration.FromSeconds(1) ? "just now" : $"{Length(now - then)} ago";

    public static string In(Instant then, Instant now) => $"in {Length(then - now)}";

    private static string Length(Duration duration) => duration switch
    {
        _ when duration < Duration.FromMinutes(1) => Count((int)Math.Ceiling(duration.TotalSeconds), "second"),
        _ when duration < Duration.FromHours(1) => Count((int)duration.TotalMinutes, "minute"),
        _ when duration < Duration.FromDays(1) => Count((int)duration.TotalHours, "hour"),
        _ => Count((int)duration.TotalDays, "day"),
    };

    private static string Count(int number, string unit) => number == 1 ? $"1 {unit}" : $"{number} {unit}s";
}
