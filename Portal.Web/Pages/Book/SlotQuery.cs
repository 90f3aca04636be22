using NodaTime;
using NodaTime.Text;

namespace Portal.Web.Pages.Book;

/// <summary>What the address of a calendar says: what is shown, the day and the time chosen. Whatever cannot be read counts as not said.</summary>
/// <param name="Date">The day chosen in a month; in another view the day it is around.</param>
/// <param name="Zone">An id as it was written; unknown ones are passed over where the zone is chosen.</param>
/// <param name="Article">The help-centre article whose link led here.</param>
/// <param name="PicksZone">The list of zones is asked for.</param>
/// <param name="FindsZone">What is searched for in that list.</param>
/// <param name="RemembersZone">The zone was picked from that list, not merely named by a link.</param>
public sealed record SlotQuery(
    YearMonth? Month = null,
    LocalDate? Date = null,
    Instant? Time = null,
    CalendarView View = CalendarView.Month,
    string? Zone = null,
    string? Article = null,
    bool PicksZone = false,
    string? FindsZone = null,
    bool RemembersZone = false)
{
    public const int ArticleLength = 200;
    public const int FindLength = 60;

    private static readonly YearMonthPattern MonthPattern = YearMonthPattern.Iso;
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.Iso;

    /// <summary>Null for the month, which nobody has to ask for.</summary>
    public string? ViewName => View switch { CalendarView.Week => "week", CalendarView.Day => "day", _ => null };

    public static SlotQuery Of(IQueryCollection query) => new(
        MonthPattern.Parse(query["month"].ToString()) is { Success: true, Value: var month } ? month : null,
        DatePattern.Parse(query["date"].ToString()) is { Success: true, Value: var date } ? date : null,
        TimeOf(query["time"]),
        query["view"].ToString() switch { "week" => CalendarView.Week, "day" => CalendarView.Day, _ => CalendarView.Month },
        Text(query["zone"]),
        ArticleOf(query["article"]),
        query.ContainsKey("zones"),
        Text(query["find"]) is { Length: <= FindLength } find ? find : null,
        query.ContainsKey("remember"));

    /// <summary>An instant as links and forms carry it: <c>2026-11-24T13:00:00Z</c>.</summary>
    public static Instant? TimeOf(string? text) =>
        text is not null && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var time } ? time : null;

    public static string Write(Instant time) => InstantPattern.General.Format(time);

    public static string WriteDay(LocalDate date) => DatePattern.Format(date);

    /// <returns>Null for none; a longer one than is stored is no article of ours.</returns>
    public static string? ArticleOf(string? text) => Text(text) is { Length: <= ArticleLength } article ? article : null;

    /// <summary>As written behind a path, beginning with <c>?</c>; empty when nothing is said.</summary>
    public override string ToString() => QueryString.Create(Parts()).ToString();

    /// <summary>Names and values as the address has them, for a form that leads to it.</summary>
    public IEnumerable<KeyValuePair<string, string?>> Parts()
    {
        if (ViewName is not null)
            yield return new("view", ViewName);
        if (Month is { } month)
            yield return new("month", MonthPattern.Format(month));
        if (Date is { } date)
            yield return new("date", WriteDay(date));
        if (Time is { } time)
            yield return new("time", Write(time));
        if (Zone is not null)
            yield return new("zone", Zone);
        if (Article is not null)
            yield return new("article", Article);
        if (PicksZone)
            yield return new("zones", "1");
        if (FindsZone is not null)
            yield return new("find", FindsZone);
        if (RemembersZone)
            yield return new("remember", "1");
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
