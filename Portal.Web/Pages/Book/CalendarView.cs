namespace Portal.Web.Pages.Book;

/// <summary>How much of the calendar is looked at.</summary>
public enum CalendarView
{
    Month,
    Week,
    Day,
}
