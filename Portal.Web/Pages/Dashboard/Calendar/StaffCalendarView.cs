using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Scheduling;
using Portal.Web.Htmx;
using Portal.Web.Pages.Book;

namespace Portal.Web.Pages.Dashboard.Calendar;

/// <summary>What <c>_Calendar</c> shows.</summary>
public sealed class StaffCalendarView
{
    private readonly string path;

    public StaffCalendarView(StaffCalendar calendar, CalendarQuery query, DateTimeZone zone, string path)
    {
        (Calendar, Query, Zone, this.path) = (calendar, query, zone, path);
        Today = calendar.Now.InZone(zone).Date;
        Period = PeriodOf(query, Today);
        var blocks = CalendarBlock.AllOf(calendar, zone);
        var days = DaysOf(Period);
        Columns = Period.View == CalendarView.Day && calendar.ShownHostId is null && AllHosts() is { Count: > 0 } hosts
            ? [.. hosts.Select(host => CalendarColumn.Of(Period.First, host, calendar, blocks, zone))]
            : [.. days.Select(day => CalendarColumn.Of(day, null, calendar, blocks, zone))];
        Grid = Period.View == CalendarView.Month ? null : new CalendarGrid(Columns, zone, calendar.Now, query.WholeDay);
    }

    public StaffCalendar Calendar { get; }

    public CalendarQuery Query { get; }

    public DateTimeZone Zone { get; }

    public LocalDate Today { get; }

    public CalendarPeriod Period { get; }

    /// <summary>A day each; in the day of everybody a host each.</summary>
    public IReadOnlyList<CalendarColumn> Columns { get; }

    /// <summary>Null in a month, which has no hours.</summary>
    public CalendarGrid? Grid { get; }

    /// <summary>The day another view opens at.</summary>
    public LocalDate Around => Query.Date ?? Today;

    public string Here => UrlOf(Query);

    /// <summary>A new one whenever the page would look different: every minute while today is shown.</summary>
    public string Version => FragmentVersion.Of(
    [
        Today, Grid?.NowLabel, Grid?.Hours.Count,
        .. Columns.SelectMany<CalendarColumn, object?>(column => [column.Id, column.Hours, .. column.Notes, .. column.Open, .. column.Blocks]),
    ]);

    public static CalendarPeriod PeriodOf(CalendarQuery query, LocalDate today) => CalendarPeriod.Of(query.View, query.Date ?? today);

    /// <summary>A month is shown in whole weeks.</summary>
    public static IReadOnlyList<LocalDate> DaysOf(CalendarPeriod period) => period.View == CalendarView.Day
        ? [period.First]
        : [.. period.Weeks().SelectMany(week => week)];

    public string UrlOf(CalendarQuery query) => path + query;

    public string UrlOf(CalendarView view, LocalDate day) => UrlOf(Query with { View = view, Date = day });

    // somebody who gave no hours can hold meetings all the same
    private List<CalendarHost> AllHosts() =>
    [
        .. Calendar.Hosts.Concat(Calendar.Bookings
            .Select(booking => new CalendarHost(booking.HostIds[0], booking.HostName, Zone, [], DayExceptions.None)))
            .DistinctBy(host => host.Id),
    ];
}
