using NodaTime;

namespace Portal.Web.Pages.Book;

/// <summary>
/// Where the times of a week stand on a wide screen: down the hours that have any, each divided into equal parts, as classes
/// of booking.css. Hours without times all week are left out.
/// </summary>
public sealed class WeekGrid
{
    // as far as the classes go
    private const int MostRows = 12;

    private readonly List<int> hours;
    private readonly int usualRows;

    public WeekGrid(SlotCalendar calendar)
    {
        Days = [.. calendar.Period.Weeks().First().Select(day => (day, calendar.On(day)))];
        var times = Days.SelectMany(day => day.Times).ToList();
        hours = [.. times.Select(time => time.At.Hour).Distinct().Order()];
        Parts = HourParts.Of(times);
        usualRows = Days.SelectMany(day => Steps(day.Times)).CountBy(rows => rows)
            .OrderByDescending(rows => rows.Value).ThenBy(rows => rows.Key).Select(rows => rows.Key).FirstOrDefault(1);
    }

    public IReadOnlyList<(LocalDate Day, IReadOnlyList<ShownTime> Times)> Days { get; }

    /// <summary>How many rows an hour takes.</summary>
    public HourParts Parts { get; }

    /// <summary>The hours down the side, and whether hours before it were left out.</summary>
    public IEnumerable<(LocalTime Hour, string Place, bool FollowsGap)> Hours() =>
        hours.Select((hour, row) => (new LocalTime(hour, 0), HourParts.Place("at-hour", row), row > 0 && hours[row - 1] < hour - 1));

    /// <summary>The times of a day, each with its place: as tall as times usually are apart, never into the next one.</summary>
    public IEnumerable<(ShownTime Time, string Place)> Placed(IReadOnlyList<ShownTime> times)
    {
        // twice in the same row: the night the clock goes back, or starts closer together than the rows
        var crowds = times.CountBy(RowOf).ToDictionary();
        for (var i = 0; i < times.Count; i++)
        {
            var row = RowOf(times[i]);
            var next = i + 1 < times.Count ? RowOf(times[i + 1]) : RowOfGapAfter(times[i]);
            var shares = crowds[row] > 1;
            var rows = shares ? 1 : Math.Clamp(next - row, 1, usualRows);
            string[] place =
            [
                HourParts.Place("at-hour", row / Parts.Count), HourParts.Place("at-part", row % Parts.Count),
                rows > 1 ? $"for-{rows}" : "", shares ? "at-shared" : "",
            ];
            yield return (times[i], string.Join(' ', place.Where(name => name.Length > 0)));
        }
    }

    private IEnumerable<int> Steps(IReadOnlyList<ShownTime> times) =>
        times.Zip(times.Skip(1), (time, next) => RowOf(next) - RowOf(time)).Where(rows => rows is > 0 and <= MostRows);

    private int RowOf(ShownTime time) => hours.IndexOf(time.At.Hour) * Parts.Count + Parts.Of(time.At);

    private int RowOfGapAfter(ShownTime time)
    {
        var index = hours.IndexOf(time.At.Hour);
        while (index + 1 < hours.Count && hours[index + 1] == hours[index] + 1)
            index++;
        return (index + 1) * Parts.Count;
    }
}
