using NodaTime;
using Portal.Core.Time;

namespace Portal.Web.Pages.Book;

/// <summary>The days one view shows: a month, a week from Monday, a day.</summary>
/// <param name="Last">Is shown too.</param>
public readonly record struct CalendarPeriod(CalendarView View, LocalDate First, LocalDate Last)
{
    public CalendarPeriod Previous => Of(View, First.PlusDays(-1));

    public CalendarPeriod Next => Of(View, Last.PlusDays(1));

    /// <summary>Monday to Sunday, as many weeks as the period touches.</summary>
    public IEnumerable<IReadOnlyList<LocalDate>> Weeks()
    {
        for (var monday = MondayOf(First); monday <= Last; monday = monday.PlusWeeks(1))
            yield return [.. Enumerable.Range(0, 7).Select(monday.PlusDays)];
    }

    public static CalendarPeriod Of(CalendarView view, LocalDate day) => view switch
    {
        CalendarView.Day => new(view, day, day),
        CalendarView.Week => new(view, MondayOf(day), MondayOf(day).PlusDays(6)),
        _ => new(view, day.With(DateAdjusters.StartOfMonth), day.With(DateAdjusters.EndOfMonth)),
    };

    public bool Contains(LocalDate day) => First <= day && day <= Last;

    public string Title(LocalDate today) => View switch
    {
        CalendarView.Day => MeetingTime.Day(First, today),
        CalendarView.Week => MeetingTime.Days(First, Last),
        _ => MeetingTime.Month(First.ToYearMonth()),
    };

    private static LocalDate MondayOf(LocalDate day) => day.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday));
}
