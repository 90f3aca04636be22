using NodaTime;

namespace Portal.Web.Pages.Book;

/// <summary>Where the links of a calendar lead: to the page without JavaScript, to its fragment with it.</summary>
/// <param name="Path">Of the page; the fragment is its <c>slots</c>.</param>
/// <param name="Shown">What the page's own address says.</param>
public sealed record SlotAddress(string Path, SlotQuery Shown)
{
    // a new choice forgets the one before, and keeps all the rest
    private SlotQuery Kept => Shown with { Month = null, Date = null, Time = null, PicksZone = false, FindsZone = null, RemembersZone = false };

    /// <summary>The page as it is shown now.</summary>
    public SlotLink Here => LinkTo(Shown with { PicksZone = false, FindsZone = null, RemembersZone = false });

    public SlotLink ZoneList => FindZone(null);

    public SlotLink FindZone(string? text) => LinkTo(Shown with { PicksZone = true, FindsZone = text, RemembersZone = false });

    /// <summary>The same in another zone, which is remembered.</summary>
    public SlotLink PickZone(string id) => LinkTo(Shown with { Zone = id, PicksZone = false, FindsZone = null, RemembersZone = true });

    public SlotLink Period(CalendarPeriod period) => LinkTo(period.View == CalendarView.Month
        ? Kept with { View = period.View, Month = period.First.ToYearMonth() }
        : Kept with { View = period.View, Date = period.First });

    /// <param name="view">Another one than is shown; a time that is chosen stays chosen in it.</param>
    /// <param name="day">What to show there.</param>
    public SlotLink View(CalendarView view, LocalDate day) =>
        LinkTo(Shown.Time is null ? Kept with { View = view, Date = day } : Shown with { View = view, PicksZone = false, FindsZone = null, RemembersZone = false });

    /// <summary>The same day in another length: a time that is chosen may not be offered in it.</summary>
    public SlotLink Length(Duration length) => LinkTo(Kept with { Length = length, Date = Shown.Date, Month = Shown.Month });

    public SlotLink Day(LocalDate day) => LinkTo(Kept with { Date = day });

    public SlotLink Time(Instant time) => LinkTo(Kept with { Time = time });

    private SlotLink LinkTo(SlotQuery query)
    {
        var written = query.ToString();
        return new SlotLink(Path + written, $"{Path}/slots{written}");
    }
}

/// <param name="Page">A whole page.</param>
/// <param name="Fragment">The same content for htmx.</param>
public readonly record struct SlotLink(string Page, string Fragment);
