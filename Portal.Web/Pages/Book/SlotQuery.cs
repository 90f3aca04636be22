using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Portal.Core.Time;

namespace Portal.Web.Pages.Book;

/// <summary>What the address of a calendar says: what is shown, the day and the time chosen. Whatever cannot be read counts as not said.</summary>
/// <param name="Date">The day chosen in a month; in another view the day it is around.</param>
/// <param name="Zone">An id as it was written; unknown ones are passed over where the zone is chosen.</param>
/// <param name="Article">The help-centre article whose link led here.</param>
/// <param name="PicksZone">The list of zones is asked for.</param>
/// <param name="FindsZone">What is searched for in that list.</param>
/// <param name="RemembersZone">The zone was picked from that list, not merely named by a link.</param>
/// <param name="Length">One of the lengths the meeting is offered in; null for the usual one.</param>
/// <param name="Key">Opens a meeting type that has a private link.</param>
public sealed record SlotQuery(
    YearMonth? Month = null,
    LocalDate? Date = null,
    Instant? Time = null,
    CalendarView View = CalendarView.Month,
    string? Zone = null,
    string? Article = null,
    bool PicksZone = false,
    string? FindsZone = null,
    bool RemembersZone = false,
    Duration? Length = null,
    string? Key = null)
{
    /// <summary>Words that mean something here, and so cannot be the key of a question.</summary>
    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>(StringComparer.Ordinal)
    {
        "view", "month", "date", "time", "zone", "article", "zones", "find", "remember", "length", "key", "name", "email", "notes", "guests",
        "start", "handler", "org", "type", "booked",
    };

    public const int ArticleLength = 200;
    public const int FindLength = 60;

    // fields every form has
    private static readonly string[] Fields = ["name", "email", "notes", "guests"];

    private const int MostPrefilled = 40;
    private const int PrefillLength = 200;
    private const int LongestMinutes = 24 * 60;

    private static readonly YearMonthPattern MonthPattern = YearMonthPattern.Iso;
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.Iso;

    /// <summary>What a link fills into the form: answers by the key of their question, <c>name</c>, <c>email</c>, <c>notes</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Prefill { get; init; } = [];

    /// <summary>Null for the month, which nobody has to ask for.</summary>
    public string? ViewName => View switch { CalendarView.Week => "week", CalendarView.Day => "day", _ => null };

    public static SlotQuery Of(IQueryCollection query) => new(
        MonthPattern.Parse(query["month"].ToString()) is { Success: true, Value: var month } ? month : null,
        DateText.Read(query["date"]),
        TimeOf(query["time"]),
        query["view"].ToString() switch { "week" => CalendarView.Week, "day" => CalendarView.Day, _ => CalendarView.Month },
        Text(query["zone"]),
        ArticleOf(query["article"]),
        query.ContainsKey("zones"),
        Text(query["find"]) is { Length: <= FindLength } find ? find : null,
        query.ContainsKey("remember"),
        int.TryParse(query["length"], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= LongestMinutes
            ? Duration.FromMinutes(minutes)
            : null,
        Text(query["key"]) is { Length: <= 64 } key ? key : null)
    {
        Prefill = PrefillOf(query).ToArray() is { Length: > 0 } filled ? filled : [],
    };

    public string? Prefilled(string key) => PrefilledAnswers(key) is [var value, ..] ? value : null;

    public IReadOnlyList<string> PrefilledAnswers(string key) => [.. Prefill.Where(part => part.Key == key).Select(part => part.Value)];

    /// <summary>An instant as links and forms carry it: <c>2026-11-24T13:00:00Z</c>.</summary>
    public static Instant? TimeOf(string? text) =>
        text is not null && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var time } && MeetingYears.Contain(time.InUtc().Year) ? time : null;

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
        if (Length is { } length)
            yield return new("length", ((int)length.TotalMinutes).ToString(CultureInfo.InvariantCulture));
        if (Key is not null)
            yield return new("key", Key);
        foreach (var (name, value) in Prefill)
            yield return new(name, value);
    }

    private static IEnumerable<KeyValuePair<string, string>> PrefillOf(IQueryCollection query) => query
        .Where(part => !Reserved.Contains(part.Key) || Fields.Contains(part.Key))
        .SelectMany(part => part.Value.OfType<string>().Select(value => new KeyValuePair<string, string>(part.Key, value)))
        .Where(part => part.Key.Length is > 0 and <= PrefillLength && part.Value.Length is > 0 and <= PrefillLength)
        .Take(MostPrefilled);

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
