using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Scheduling;
using Portal.Core.Time;

namespace Portal.Web.Pages.Dashboard.Calendar;

/// <summary>A day of the calendar, or one host's part of it.</summary>
/// <param name="Host">Null for everybody who is shown.</param>
/// <param name="Hours">The hours as text; null when several hosts' are meant.</param>
/// <param name="Notes">Days off, holidays and other hours.</param>
public sealed record CalendarColumn(
    LocalDate Date, CalendarHost? Host, string? Hours, IReadOnlyList<string> Notes, IReadOnlyList<Interval> Open, IReadOnlyList<CalendarBlock> Blocks)
{
    public string Id => Host is null ? CalendarQuery.WriteDay(Date) : $"{CalendarQuery.WriteDay(Date)}-{Host.Id:N}";

    /// <summary>No hours on a day that is not an ordinary working day of anybody shown.</summary>
    public bool IsClosed => Open.Count == 0;

    public static CalendarColumn Of(LocalDate day, CalendarHost? host, StaffCalendar calendar, IReadOnlyList<CalendarBlock> blocks, DateTimeZone zone)
    {
        var time = new Interval(zone.AtStartOfDay(day).ToInstant(), zone.AtStartOfDay(day.PlusDays(1)).ToInstant());
        var hosts = host is null ? calendar.Hosts : [host];
        var open = hosts.SelectMany(one => one.Hours).Where(hours => Touch(hours, time)).OrderBy(hours => hours.Start).ToList();
        return new CalendarColumn(
            day,
            host,
            hosts is [_] ? HoursOf(open, zone) : null,
            [.. hosts.Select(one => NoteOf(one, day) is { } note ? (hosts.Count == 1 ? note : $"{one.Name}: {note}") : null).OfType<string>()],
            open,
            [.. blocks.Where(block => Touch(block.Time, time) && (host is null || block.HostIds.Contains(host.Id)))]);
    }

    private static bool Touch(Interval one, Interval other) => one.Start < other.End && one.End > other.Start;

    private static string HoursOf(List<Interval> open, DateTimeZone zone) => open.Count == 0
        ? "No hours"
        : string.Join(", ", open.Select(hours =>
            $"{MeetingTime.Clock(hours.Start.InZone(zone).TimeOfDay)}–{MeetingTime.Clock(hours.End.InZone(zone).TimeOfDay)}"));

    private static string? NoteOf(CalendarHost host, LocalDate day) => host.Exceptions.TryGet(day, out var exception)
        ? exception.Kind switch
        {
            DayExceptionKind.DayOff => exception.Name is { Length: > 0 } name ? $"Day off: {name}" : "Day off",
            DayExceptionKind.Holiday => exception.Name ?? "Public holiday",
            _ => exception.Name is { Length: > 0 } name ? $"Other hours: {name}" : "Other hours",
        }
        : null;
}
