using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Portal.Core.Scheduling;

/// <summary>Weekly hours as one line of text, the same on every machine.</summary>
internal static class WeeklyHoursText
{
    private static readonly LocalTimePattern Minute = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public static string Format(WeeklyHours hours) => string.Join(';', hours.Ranges.Select(range =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)range.Day} {Minute.Format(range.From)}-{Minute.Format(range.To)}")));

    public static WeeklyHours Parse(string text)
    {
        if (text.Length == 0)
            return WeeklyHours.None;
        var ranges = text.Split(';').Select(ParseRange).ToList();
        try
        {
            return new WeeklyHours(ranges);
        }
        catch (ArgumentException overlap)
        {
            throw new FormatException($"Weekly hours '{text}': {overlap.Message}", overlap);
        }
    }

    private static WeeklyRange ParseRange(string part)
    {
        // "d HH:mm-HH:mm"
        if (part.Length == 13 && part[0] is >= '1' and <= '7' && part[1] == ' ' && part[7] == '-'
            && Minute.Parse(part[2..7]).TryGetValue(default, out var from)
            && Minute.Parse(part[8..]).TryGetValue(default, out var to))
            return new WeeklyRange((IsoDayOfWeek)(part[0] - '0'), from, to);
        throw new FormatException($"'{part}' is not a range of weekly hours such as '1 09:00-17:00'.");
    }
}
