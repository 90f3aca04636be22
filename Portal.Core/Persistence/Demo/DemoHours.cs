using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Core.Persistence;

internal static class DemoHours
{
    private static readonly Duration Stretch = Duration.FromHours(4);

    /// <summary>Business hours, and on top the four hours from this moment's hour on.</summary>
    public static WeeklyHours BusinessHoursAnd(Instant now, DateTimeZone zone)
    {
        var local = now.InZone(zone).LocalDateTime;
        var from = new LocalDateTime(local.Year, local.Month, local.Day, local.Hour, 0);
        var until = from.PlusHours((long)Stretch.TotalHours);
        var ranges = WeeklyHours.BusinessHours.Ranges.ToList();
        foreach (var (day, start, end) in Days(from, until))
        {
            var same = ranges.Where(range => range.Day == day && start <= EndOf(range) && range.From <= end).ToList();
            ranges.RemoveAll(same.Contains);
            var first = same.Select(range => range.From).Append(start).Min();
            var last = same.Select(EndOf).Append(end).Max();
            ranges.Add(new WeeklyRange(day, first, last == EndOfDay ? LocalTime.Midnight : last));
        }

        return new WeeklyHours(ranges);
    }

    private static LocalTime EndOfDay => LocalTime.MaxValue;

    private static LocalTime EndOf(WeeklyRange range) => range.To == LocalTime.Midnight ? EndOfDay : range.To;

    private static IEnumerable<(IsoDayOfWeek Day, LocalTime From, LocalTime To)> Days(LocalDateTime from, LocalDateTime until)
    {
        if (from.Date == until.Date)
        {
            yield return (from.DayOfWeek, from.TimeOfDay, until.TimeOfDay);
            yield break;
        }

        yield return (from.DayOfWeek, from.TimeOfDay, EndOfDay);
        if (until.TimeOfDay > LocalTime.Midnight)
            yield return (until.DayOfWeek, LocalTime.Midnight, until.TimeOfDay);
    }
}
