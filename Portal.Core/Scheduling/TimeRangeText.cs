using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace Portal.Core.Scheduling;

/// <summary>The hours of one date as one line of text, the same on every machine.</summary>
internal static class TimeRangeText
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Format(ImmutableArray<TimeRange> hours) =>
        string.Join(';', hours.Select(range => $"{Minute.Format(range.From)}-{Minute.Format(range.To)}"));

    public static ImmutableArray<TimeRange> Parse(string text)
    {
        if (text.Length == 0)
            return [];
        try
        {
            return Ordered([.. text.Split(';').Select(ParseRange)]);
        }
        catch (ArgumentException overlap)
        {
            throw new FormatException($"Hours '{text}': {overlap.Message}", overlap);
        }
    }

    /// <exception cref="ArgumentException">Two ranges overlap, or one is not in whole minutes.</exception>
    public static ImmutableArray<TimeRange> Ordered(ImmutableArray<TimeRange> hours)
    {
        var ordered = hours.Sort((left, right) => left.From.CompareTo(right.From));
        for (var index = 0; index < ordered.Length; index++)
        {
            var (from, to) = ordered[index];
            if (from.NanosecondOfDay % NodaConstants.NanosecondsPerMinute != 0 || to.NanosecondOfDay % NodaConstants.NanosecondsPerMinute != 0)
                throw new ArgumentException($"{ordered[index]} is not in whole minutes.");
            if (index + 1 < ordered.Length && (to <= from || to > ordered[index + 1].From))
                throw new ArgumentException($"{ordered[index]} and {ordered[index + 1]} overlap.");
        }
        return ordered;
    }

    private static TimeRange ParseRange(string part)
    {
        // "HH:mm-HH:mm"
        if (part.Length == 11 && part[5] == '-'
            && Minute.Parse(part[..5]).TryGetValue(default, out var from)
            && Minute.Parse(part[6..]).TryGetValue(default, out var to))
            return new TimeRange(from, to);
        throw new FormatException($"'{part}' is not a range of hours such as '09:00-17:00'.");
    }
}
