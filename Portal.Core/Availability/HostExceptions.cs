using NodaTime;
using Portal.Core.Scheduling;
using Portal.Core.Scheduling.Holidays;

namespace Portal.Core.Availability;

/// <summary>Overrides, days off and public holidays of a host as the engine takes them.</summary>
internal static class HostExceptions
{
    /// <param name="last">Inclusive.</param>
    public static DayExceptions Of(
        HostSchedule schedule, IEnumerable<DateOverride> overrides, IEnumerable<TimeOff> off, LocalDate first, LocalDate last) =>
        DayExceptions.Of(
        [
            .. overrides.Select(day => new DayException(day.Date, DayExceptionKind.Override, day.Hours, day.Note)),
            .. off.SelectMany(days => Days(LocalDate.Max(days.FirstDay, first), LocalDate.Min(days.LastDay, last))
                .Select(day => new DayException(day, DayExceptionKind.DayOff, [], days.Note))),
            .. HolidaysOf(schedule, first, last).Select(holiday => new DayException(holiday.Date, DayExceptionKind.Holiday, [], holiday.Name)),
        ]);

    private static IEnumerable<PublicHoliday> HolidaysOf(HostSchedule schedule, LocalDate first, LocalDate last) =>
        schedule.HolidayRegion is not { } region
            ? []
            : Enumerable.Range(first.Year, last.Year - first.Year + 1)
                .SelectMany(year => PublicHolidays.In(region, year))
                .Where(holiday => holiday.Date >= first && holiday.Date <= last);

    private static IEnumerable<LocalDate> Days(LocalDate first, LocalDate last)
    {
        for (var day = first; day <= last; day = day.PlusDays(1))
            yield return day;
    }
}
