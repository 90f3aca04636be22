using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;
using NodaTime.Text;
using Portal.Core.Scheduling;
using Portal.Core.Time;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>Reads the ranges typed for one day. 00:00 as an end is midnight; hours beyond it belong to the next day.</summary>
internal static class RangeReading
{
    /// <summary>More than anybody needs in a day, and as many as the form offers.</summary>
    public const int Most = 8;

    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    /// <param name="ranges">Those left empty are passed over.</param>
    /// <param name="day">As messages name it: <c>Monday</c>, <c>Tue 6 January</c>.</param>
    /// <param name="key">Of the list, such as <c>Input.Days[0].Ranges</c>.</param>
    /// <param name="problems">Gets a message for each that cannot be read, ends before it begins, or overlaps another.</param>
    public static ImmutableArray<TimeRange> Read(IReadOnlyList<RangeInput> ranges, string day, string key, ModelStateDictionary problems)
    {
        var read = new List<(TimeRange Range, string Key)>();
        for (var index = 0; index < Math.Min(ranges.Count, Most); index++)
        {
            if (!ranges[index].IsEmpty && Read(ranges[index], day, $"{key}[{index}]", problems) is { } range)
                read.Add((range, $"{key}[{index}].From"));
        }

        var ordered = read.OrderBy(one => one.Range.From).ToList();
        for (var index = 1; index < ordered.Count; index++)
        {
            var (before, after) = (ordered[index - 1].Range, ordered[index].Range);
            if (before.To == LocalTime.Midnight || before.To > after.From)
                problems.AddModelError(ordered[index].Key, $"{day}: {Write(before)} and {Write(after)} overlap.");
        }

        return [.. ordered.Select(one => one.Range)];
    }

    public static string Write(TimeRange range) => $"{MeetingTime.Clock(range.From)}–{MeetingTime.Clock(range.To)}";

    private static TimeRange? Read(RangeInput typed, string day, string key, ModelStateDictionary problems)
    {
        var from = ReadTime(typed.From, "start", day, $"{key}.From", problems);
        var to = ReadTime(typed.To, "end", day, $"{key}.To", problems);
        if (from is not { } start || to is not { } end)
            return null;
        if (end > start || end == LocalTime.Midnight)
            return new TimeRange(start, end);
        problems.AddModelError(
            $"{key}.To",
            $"{day} {Write(new TimeRange(start, end))} ends before it begins. For hours past midnight, end at 00:00 and go on from 00:00 the next day.");
        return null;
    }

    private static LocalTime? ReadTime(string? typed, string what, string day, string key, ModelStateDictionary problems)
    {
        if (Minute.Parse(typed?.Trim() ?? "") is { Success: true, Value: var time })
            return time;
        problems.AddModelError(key, string.IsNullOrWhiteSpace(typed)
            ? $"{day}: a range has no {what}."
            : $"{day}: “{typed.Trim()}” is not a time. Write it like 09:00.");
        return null;
    }
}
