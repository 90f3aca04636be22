using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Portal.Web.Pages.Admin.Settings;

/// <summary>Reminder moments as they are typed: <c>1 day, 1 hour, 15 minutes</c>.</summary>
internal static partial class ReminderWords
{
    public static string Write(IReadOnlyList<Duration> moments) => string.Join(", ", moments.Select(Write));

    /// <returns>Null when a part is no length of time.</returns>
    public static IReadOnlyList<Duration>? Read(string? text)
    {
        var parts = (text ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var moments = parts.Select(part => Moment().Match(part)).ToList();
        return moments.All(moment => moment.Success) ? [.. moments.Select(Length)] : null;
    }

    private static Duration Length(Match moment)
    {
        var count = int.Parse(moment.Groups["count"].ValueSpan, CultureInfo.InvariantCulture);
        return moment.Groups["unit"].Value[..1].ToLowerInvariant() switch
        {
            "w" => Duration.FromDays(7 * count),
            "d" => Duration.FromDays(count),
            "h" => Duration.FromHours(count),
            _ => Duration.FromMinutes(count),
        };
    }

    private static string Write(Duration moment)
    {
        var minutes = (int)moment.TotalMinutes;
        var (count, unit) = minutes % 1440 == 0 ? (minutes / 1440, "day") : minutes % 60 == 0 ? (minutes / 60, "hour") : (minutes, "minute");
        return $"{count} {unit}{(count == 1 ? "" : "s")}";
    }

    [GeneratedRegex(@"^(?<count>[0-9]{1,5})\s*(?<unit>weeks?|w|days?|d|hours?|h|minutes?|min|m)$", RegexOptions.IgnoreCase)]
    private static partial Regex Moment();
}
