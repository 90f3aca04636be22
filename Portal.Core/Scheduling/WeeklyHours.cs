using System.Collections.Immutable;
using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>The hours of an ordinary week: ranges in wall time, to the minute, that never overlap.</summary>
public sealed class WeeklyHours : IEquatable<WeeklyHours>
{
    private const int DaysPerWeek = 7;

    private readonly DayRange[] dayRanges;
    // ranges of day d (1 = Monday) are dayRanges[firstOfDay[d - 1] .. firstOfDay[d]]
    private readonly int[] firstOfDay = new int[DaysPerWeek + 1];

    /// <exception cref="ArgumentException">
    /// Two ranges overlap (across midnight and from Sunday to Monday too), or a range has no day or is not in whole minutes.
    /// </exception>
    public WeeklyHours(IEnumerable<WeeklyRange> ranges)
    {
        Ranges = [.. ranges.OrderBy(range => range.Day).ThenBy(range => range.From)];
        foreach (var range in Ranges)
            RefuseMalformed(range);

        dayRanges = [.. Ranges.Select(range => DayRange.Of(range.From, range.To))];
        foreach (var range in Ranges)
            firstOfDay[(int)range.Day]++;
        for (var day = 1; day <= DaysPerWeek; day++)
            firstOfDay[day] += firstOfDay[day - 1];

        RefuseOverlaps();
    }

    public static WeeklyHours None { get; } = new([]);

    /// <summary>Monday to Friday, 09:00–17:00.</summary>
    public static WeeklyHours BusinessHours { get; } = new(
        Enumerable.Range((int)IsoDayOfWeek.Monday, 5)
            .Select(day => new WeeklyRange((IsoDayOfWeek)day, new LocalTime(9, 0), new LocalTime(17, 0))));

    /// <summary>Ordered by day, then by start.</summary>
    public ImmutableArray<WeeklyRange> Ranges { get; }

    public static bool operator ==(WeeklyHours? left, WeeklyHours? right) => Equals(left, right);

    public static bool operator !=(WeeklyHours? left, WeeklyHours? right) => !Equals(left, right);

    /// <summary>The form kept in the database: <c>1 09:00-12:00;1 13:00-17:00;2 09:00-17:00</c>, Monday being 1.</summary>
    public string ToText() => WeeklyHoursText.Format(this);

    /// <exception cref="FormatException">The text is not of the form <see cref="ToText"/> writes; the message quotes the part.</exception>
    public static WeeklyHours Parse(string text) => WeeklyHoursText.Parse(text);

    public bool Equals(WeeklyHours? other) => other is not null && Ranges.AsSpan().SequenceEqual(other.Ranges.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as WeeklyHours);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var range in Ranges)
            hash.Add(range);
        return hash.ToHashCode();
    }

    public override string ToString() => ToText();

    internal ReadOnlySpan<DayRange> On(IsoDayOfWeek day)
    {
        var first = firstOfDay[(int)day - 1];
        return dayRanges.AsSpan(first, firstOfDay[(int)day] - first);
    }

    private static void RefuseMalformed(WeeklyRange range)
    {
        if (range.Day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            throw new ArgumentException($"{range} names no day of the week.");
        if (range.From.TickOfDay % NodaConstants.TicksPerMinute != 0 || range.To.TickOfDay % NodaConstants.TicksPerMinute != 0
            || range.From.NanosecondOfSecond != 0 || range.To.NanosecondOfSecond != 0)
            throw new ArgumentException($"{range} is not in whole minutes.");
    }

    private void RefuseOverlaps()
    {
        for (var index = 0; index < Ranges.Length; index++)
        {
            // the last range of the week is followed by the first one of the next
            var next = (index + 1) % Ranges.Length;
            var days = Ranges[next].Day - Ranges[index].Day + (next <= index ? DaysPerWeek : 0);
            if (dayRanges[index].To > days * NodaConstants.TicksPerDay + dayRanges[next].From)
                throw new ArgumentException($"{Ranges[index]} and {Ranges[next]} overlap.");
        }
    }
}
