using NodaTime;
using NodaTime.Text;

namespace Portal.Web.Pages.Book;

/// <summary>What the address of a calendar says: the month shown, the day and the time chosen. Whatever cannot be read counts as not said.</summary>
/// <param name="Zone">An id as it was written; unknown ones are passed over where the zone is chosen.</param>
/// <param name="Article">The help-centre article whose link led here.</param>
/// <param name="PicksZone">The list of zones is asked for.</param>
/// <param name="RemembersZone">The zone was picked from that list, not merely named by a link.</param>
public sealed record SlotQuery(
    YearMonth? Month = null,
    LocalDate? Date = null,
    Instant? Time = null,
    string? Zone = null,
    string? Article = null,
    bool PicksZone = false,
    bool RemembersZone = false)
{
    public const int ArticleLength = 200;

    private static readonly YearMonthPattern MonthPattern = YearMonthPattern.Iso;
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.Iso;

    public static SlotQuery Of(IQueryCollection query) => new(
        MonthPattern.Parse(query["month"].ToString()) is { Success: true, Value: var month } ? month : null,
        DatePattern.Parse(query["date"].ToString()) is { Success: true, Value: var date } ? date : null,
        TimeOf(query["time"]),
        Text(query["zone"]),
        ArticleOf(query["article"]),
        query.ContainsKey("zones"),
        query.ContainsKey("remember"));

    /// <summary>An instant as links and forms carry it: <c>2026-11-24T13:00:00Z</c>.</summary>
    public static Instant? TimeOf(string? text) =>
        text is not null && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var time } ? time : null;

    public static string Write(Instant time) => InstantPattern.General.Format(time);

    /// <returns>Null for none; a longer one than is stored is no article of ours.</returns>
    public static string? ArticleOf(string? text) => Text(text) is { Length: <= ArticleLength } article ? article : null;

    /// <summary>As written behind a path, beginning with <c>?</c>; empty when nothing is said.</summary>
    public override string ToString() => QueryString.Create(Parts()).ToString();

    private IEnumerable<KeyValuePair<string, string?>> Parts()
    {
        if (Month is { } month)
            yield return new("month", MonthPattern.Format(month));
        if (Date is { } date)
            yield return new("date", DatePattern.Format(date));
        if (Time is { } time)
            yield return new("time", Write(time));
        if (Zone is not null)
            yield return new("zone", Zone);
        if (Article is not null)
            yield return new("article", Article);
        if (PicksZone)
            yield return new("zones", "1");
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
