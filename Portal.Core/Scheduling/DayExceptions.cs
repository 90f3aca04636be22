using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>The dates on which a host's weekly hours do not hold: at most one exception a date.</summary>
public sealed class DayExceptions
{
    private readonly Dictionary<LocalDate, DayException> byDay;
    // the same hours as the sweep reads them, by the number of the day
    private readonly Dictionary<long, DayRange[]> ranges;

    private DayExceptions(Dictionary<LocalDate, DayException> byDay)
    {
        this.byDay = byDay;
        ranges = byDay.Values.ToDictionary(
            exception => Ticks.DayOf(exception.Day),
            exception => exception.Hours.Select(range => DayRange.Of(range.From, range.To)).ToArray());
    }

    public static DayExceptions None { get; } = new([]);

    public int Count => byDay.Count;

    /// <summary>
    /// At each date an override wins over a day off and that over a holiday. Where two of one kind meet, the hours of the
    /// first count.
    /// </summary>
    /// <exception cref="ArgumentException">Hours of one exception overlap or are not in whole minutes; the message names the date.</exception>
    public static DayExceptions Of(IEnumerable<DayException> exceptions)
    {
        var winners = exceptions.GroupBy(exception => exception.Day)
            .ToDictionary(day => day.Key, day => Checked(day.MinBy(exception => exception.Kind)!));
        return winners.Count == 0 ? None : new DayExceptions(winners);
    }

    public bool TryGet(LocalDate day, [NotNullWhen(true)] out DayException? exception) => byDay.TryGetValue(day, out exception);

    /// <summary>The form kept in the database: <c>09:00-12:00;13:00-15:00</c>, empty for closed.</summary>
    public static string ToText(ImmutableArray<TimeRange> hours) => TimeRangeText.Format(hours);

    /// <exception cref="FormatException">
    /// The text is not of the form <see cref="ToText"/> writes, or its ranges overlap; the message quotes the part.
    /// </exception>
    public static ImmutableArray<TimeRange> Parse(string text) => TimeRangeText.Parse(text);

    internal bool TryGetRanges(long day, out ReadOnlySpan<DayRange> hours)
    {
        DayRange[]? found = null;
        var isException = ranges.Count > 0 && ranges.TryGetValue(day, out found);
        hours = found;
        return isException;
    }

    private static DayException Checked(DayException exception)
    {
        try
        {
            return exception with { Hours = TimeRangeText.Ordered(exception.Hours) };
        }
        catch (ArgumentException wrong)
        {
            throw new ArgumentException($"{exception.Day:uuuu-MM-dd}: {wrong.Message}", nameof(exception), wrong);
        }
    }
}
