using NodaTime;
using Portal.Core.Time;

namespace Portal.Web.Pages.Dashboard.Calendar;

/// <summary>Columns laid out along one <see cref="TimeAxis"/>: a week or a day.</summary>
public sealed class CalendarGrid
{
    // room for a line of text
    private const int ShortestBlock = 20;

    // what is shown of a day nothing happens on
    private static readonly (int From, int Until) OfficeHours = (8 * 60, 18 * 60);

    private readonly TimeAxis axis;
    private readonly DateTimeZone zone;
    private readonly Instant now;

    public CalendarGrid(IReadOnlyList<CalendarColumn> columns, DateTimeZone zone, Instant now, bool wholeDay)
    {
        (this.zone, this.now) = (zone, now);
        axis = new TimeAxis([.. columns.Select(column => column.Date).Distinct()], zone);
        if (!wholeDay)
            axis.Show(columns
                .SelectMany(column => column.Open.Concat(column.Blocks.Select(block => block.Time)).Select(time => axis.On(column.Date, time)))
                .Append(OfficeHours));
        Hours = [.. axis.Hours()];
    }

    public IReadOnlyList<AxisHour> Hours { get; }

    /// <summary>The height of the grid, as a class.</summary>
    public string Height => $"[--for:{(axis.Bottom - axis.Top) / 5}]";

    public string NowLabel => MeetingTime.Clock(now.InZone(zone).TimeOfDay);

    public static string PlaceOf(AxisHour hour) => new CalendarPlace(new AxisPlace(hour.At, 60)).Classes;

    /// <summary>The working hours.</summary>
    public IEnumerable<string> Open(CalendarColumn column) => Places(column.Open.Select(hours => axis.On(column.Date, hours)));

    /// <summary>Times that do not come on this day.</summary>
    public IEnumerable<string> Gaps(CalendarColumn column) => Places(axis.GapsOf(column.Date));

    /// <summary>The line of the present moment; null on another day.</summary>
    public string? Now(CalendarColumn column) => now.InZone(zone).Date == column.Date
        ? Places([axis.On(column.Date, new Interval(now, now + Duration.FromMinutes(1)))]).FirstOrDefault()
        : null;

    public IEnumerable<(CalendarBlock Block, string Place)> Placed(CalendarColumn column)
    {
        var shown = column.Blocks
            .Select(block => (Block: block, Place: axis.Place(axis.On(column.Date, block.Time), ShortestBlock)))
            .Where(block => block.Place is not null)
            .ToList();
        var places = CalendarPlace.SideBySide([.. shown.Select(block => block.Place!.Value)]);
        return shown.Zip(places, (block, place) => (block.Block, place.Classes));
    }

    private IEnumerable<string> Places(IEnumerable<(int From, int Until)> stretches) =>
        stretches.Select(stretch => axis.Place(stretch)).OfType<AxisPlace>().Select(place => new CalendarPlace(place).Classes);
}
