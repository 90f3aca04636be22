using NodaTime;
using NodaTime.Text;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Web.Pages.Book;

namespace Portal.Web.Pages.Dashboard.Calendar;

/// <summary>What the address of the staff calendar says. Whatever cannot be read counts as not said.</summary>
/// <param name="Date">A day of the period shown; null for today.</param>
/// <param name="Host">A host's id, or <see cref="Everybody"/>; null for one's own.</param>
/// <param name="WholeDay">From midnight to midnight, not only the hours in use.</param>
public sealed record CalendarQuery(CalendarView View = CalendarView.Week, LocalDate? Date = null, string? Host = null, bool WholeDay = false)
{
    public const string Everybody = "all";

    private static readonly LocalDatePattern DatePattern = LocalDatePattern.Iso;

    public CalendarOwner Owner => Host switch
    {
        null => new CalendarOwner.Own(),
        Everybody => new CalendarOwner.Everybody(),
        _ => new CalendarOwner.Host(Guid.Parse(Host)),
    };

    public static CalendarQuery Of(IQueryCollection query) => new(
        Enum.TryParse<CalendarView>(query["view"], ignoreCase: true, out var view) && Enum.IsDefined(view) ? view : CalendarView.Week,
        DateText.Read(query["date"]),
        query["host"].ToString() is var host && (host == Everybody || Guid.TryParse(host, out _)) ? host : null,
        query["hours"] == Everybody);

    public static string WriteDay(LocalDate day) => DatePattern.Format(day);

    /// <summary>As written behind a path, beginning with <c>?</c>.</summary>
    public override string ToString() => QueryString.Create(Parts()).ToString();

    private IEnumerable<KeyValuePair<string, string?>> Parts()
    {
        yield return new("view", View.ToString().ToLowerInvariant());
        if (Date is { } date)
            yield return new("date", WriteDay(date));
        if (Host is not null)
            yield return new("host", Host);
        if (WholeDay)
            yield return new("hours", Everybody);
    }
}
