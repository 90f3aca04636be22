using NodaTime;

namespace Portal.Web.Pages.Book;

/// <summary>
/// Where the times of a week stand on a wide screen: the hours that have any, each divided into equal parts, as classes of
/// booking.css. Hours without times all week are left out.
/// </summary>
public sealed class WeekGrid
{
    // what an hour can be divided into; the finest holds a start every five minutes
    private static readonly int[] Divisions = [1, 2, 3, 4, 6, 12];

    private readonly SlotCalendar calendar;
    private readonly Duration length;
    private readonly List<int> hours;

    public WeekGrid(SlotCalendar calendar)
    {
        this.calendar = calendar;
        length = calendar.Open.Meeting.Length;
        Days = [.. calendar.Period.Weeks().First().Select(day => (day, calendar.On(day)))];
        var starts = Days.SelectMany(day => day.Times).Select(time => time.At.TimeOfDay).ToHashSet();
        hours = [.. starts.Select(start => start.Hour).Distinct().Order()];
        Parts = Array.Find(Divisions, parts => starts.All(start => start.Minute * parts % 60 == 0)) is > 0 and var fit ? fit : Divisions[^1];
    }

    public IReadOnlyList<(LocalDate Day, IReadOnlyList<ShownTime> Times)> Days { get; }

    /// <summary>How many rows an hour takes.</summary>
    public int Parts { get; }

    /// <summary>The hours down the side, and whether hours before it were left out.</summary>
    public IEnumerable<(LocalTime Hour, string Place, bool FollowsGap)> Hours() =>
        hours.Select((hour, row) => (new LocalTime(hour, 0), Class("at-hour", row), row > 0 && hours[row - 1] < hour - 1));

    /// <summary>The times of a day, each with the place it has in the grid.</summary>
    public IEnumerable<(ShownTime Time, string Place)> Placed(IReadOnlyList<ShownTime> times)
    {
        // twice in the same row: the night the clock goes back, or starts closer together than the rows
        var crowds = times.CountBy(RowOf).ToDictionary();
        for (var i = 0; i < times.Count; i++)
        {
            var row = RowOf(times[i]);
            var next = i + 1 < times.Count ? RowOf(times[i + 1]) : RowsUntilGap(times[i]);
            var shares = crowds[row] > 1;
            var rows = shares ? 1 : Math.Clamp(next - row, 1, LengthInRows());
            string[] place = [Class("at-hour", row / Parts), Class("at-part", row % Parts), rows > 1 ? $"for-{rows}" : "", shares ? "at-shared" : ""];
            yield return (times[i], string.Join(' ', place.Where(name => name.Length > 0)));
        }
    }

    private int RowOf(ShownTime time) => hours.IndexOf(time.At.Hour) * Parts + time.At.Minute * Parts / 60;

    private int RowsUntilGap(ShownTime time)
    {
        var row = hours.IndexOf(time.At.Hour);
        while (row + 1 < hours.Count && hours[row + 1] == hours[row] + 1)
            row++;
        return (row + 1) * Parts;
    }

    private int LengthInRows() => Math.Clamp((int)Math.Ceiling(length.TotalMinutes * Parts / 60), 1, 24);

    // the first row and the first part need no saying
    private static string Class(string name, int index) => index == 0 ? "" : $"{name}-{index}";
}
