using NodaTime;
using Portal.Core.Availability.Editing;
using Portal.Core.Time;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>A preview as two tables: a week of days across, the hours down.</summary>
public sealed class PreviewGrid
{
    private readonly AvailabilityPreview preview;
    private readonly HashSet<LocalDateTime> starts;
    private readonly ILookup<(LocalDate Day, int Hour), LocalDateTime> byHour;

    public PreviewGrid(AvailabilityPreview preview)
    {
        this.preview = preview;
        starts = [.. preview.Starts.Select(start => start.InZone(preview.Zone).LocalDateTime)];
        byHour = starts.ToLookup(start => (start.Date, start.Hour));
    }

    public int Count => preview.Starts.Count;

    public IEnumerable<IReadOnlyList<LocalDate>> Weeks() =>
        Enumerable.Range(0, PreviewAvailability.Days).Select(preview.Today.PlusDays).Chunk(7);

    /// <summary>The hours of the week and those that have times, with one more on both sides to ask about.</summary>
    public IEnumerable<int> Hours()
    {
        var used = preview.Hours.Ranges.SelectMany(range => new[] { range.From.Hour, range.To <= range.From ? 23 : range.To.PlusMinutes(-1).Hour })
            .Concat(starts.Select(start => start.Hour)).DefaultIfEmpty(12).ToList();
        var (first, last) = (Math.Max(0, used.Min() - 1), Math.Min(23, used.Max() + 1));
        return Enumerable.Range(first, last - first + 1);
    }

    public PreviewCell At(LocalDate day, int hour)
    {
        var offered = byHour[(day, hour)].Count();
        var step = Math.Max(5, (int)preview.Increment.TotalMinutes);
        var missing = Enumerable.Range(0, Math.Max(1, 60 / step))
            .Select(number => day.At(new LocalTime(hour, 0)).PlusMinutes(number * step))
            .Where(time => !starts.Contains(time))
            .Select(time => (LocalDateTime?)time)
            .FirstOrDefault();
        return new PreviewCell(offered, missing, $"{MeetingTime.Day(day)}, {hour:00}:00: {offered} {(offered == 1 ? "time" : "times")}");
    }
}

/// <summary>An hour of a day.</summary>
/// <param name="Missing">The first time in it that is not offered; null when all are.</param>
public readonly record struct PreviewCell(int Offered, LocalDateTime? Missing, string Words);
