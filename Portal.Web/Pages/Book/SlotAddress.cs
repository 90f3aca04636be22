using NodaTime;

namespace Portal.Web.Pages.Book;

/// <summary>Where the links of a calendar lead: to the page without JavaScript, to its fragment with it.</summary>
/// <param name="Path">Of the page; the fragment is its <c>slots</c>.</param>
/// <param name="Shown">What the page's own address says.</param>
public sealed record SlotAddress(string Path, SlotQuery Shown)
{
    // what every link keeps
    private SlotQuery Kept => new(Zone: Shown.Zone, Article: Shown.Article);

    /// <summary>The page as it is shown now.</summary>
    public SlotLink Here => LinkTo(Shown with { PicksZone = false, RemembersZone = false });

    public SlotLink ZoneList => LinkTo(Shown with { PicksZone = true, RemembersZone = false });

    public SlotLink Month(YearMonth month) => LinkTo(Kept with { Month = month });

    public SlotLink Day(LocalDate day) => LinkTo(Kept with { Date = day });

    public SlotLink Time(Instant time) => LinkTo(Kept with { Time = time });

    private SlotLink LinkTo(SlotQuery query) => new($"{Path}{query}", $"{Path}/slots{query}");
}

/// <param name="Page">A whole page.</param>
/// <param name="Fragment">The same content for htmx.</param>
public readonly record struct SlotLink(string Page, string Fragment);
