using System.Globalization;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>What a button inside the week does to the form before it is saved: <c>add:0</c>, <c>remove:0:1</c>, <c>copy:0</c>.</summary>
/// <param name="Day">0 for Monday.</param>
/// <param name="Range">Which of the day's, from 0; of no meaning but for <c>remove</c>.</param>
public sealed record WeekAct(string Verb, int Day, int Range)
{
    public static string Add(int day) => string.Create(CultureInfo.InvariantCulture, $"add:{day}");

    public static string Remove(int day, int range) => string.Create(CultureInfo.InvariantCulture, $"remove:{day}:{range}");

    public static string Copy(int day) => string.Create(CultureInfo.InvariantCulture, $"copy:{day}");

    /// <returns>Null for what no button sends.</returns>
    public static WeekAct? Read(string? text)
    {
        var parts = text?.Split(':') ?? [];
        var numbers = parts.Skip(1).Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return parts.Length is 2 or 3 && numbers[0] is >= 0 and < WeekInput.DaysPerWeek && numbers[^1] >= 0
            ? new WeekAct(parts[0], numbers[0], numbers[^1])
            : null;
    }

    public void ApplyTo(WeekInput week)
    {
        var day = week.Days[Day];
        switch (Verb)
        {
            case "add" when day.Ranges.Count < RangeReading.Most:
                day.Ranges.Add(NextAfter(day));
                break;
            case "remove" when Range < day.Ranges.Count:
                day.Ranges.RemoveAt(Range);
                break;
            case "copy":
                foreach (var to in day.CopyTo.Where(to => to >= 0 && to < week.Days.Count && to != Day))
                    week.Days[to].Ranges = [.. day.Ranges.Select(range => new RangeInput { From = range.From, To = range.To })];
                day.CopyTo = [];
                break;
        }
    }

    // an empty day is usually filled with a working day; after that somebody else's lunch cannot be guessed
    private static RangeInput NextAfter(DayInput day) =>
        day.Ranges.Count == 0 ? new RangeInput { From = "09:00", To = "17:00" } : new RangeInput();
}
