using Portal.Core.Bookings;

namespace Portal.Web.Pages.Admin.Bookings;

/// <summary>The list's state as the address carries it: <c>?status=confirmed&amp;text=lena&amp;older=…</c></summary>
public sealed class BookingFilter
{
    public List<BookingStatus> Status { get; init; } = [];

    public string? Text { get; set; }

    /// <summary>A <see cref="BookingCursor"/>: the page goes on below it.</summary>
    public string? Older { get; set; }

    /// <summary>A <see cref="BookingCursor"/>: the page ends above it.</summary>
    public string? Newer { get; set; }

    public bool IsOn => Status.Count > 0 || !string.IsNullOrWhiteSpace(Text);

    public ListBookingsRequest RequestFor(Guid organizationId) => new(
        organizationId,
        // a word in the address that is no status counts for nothing
        [.. Status.Where(Enum.IsDefined)],
        Text,
        BookingCursor.TryParse(Older, out var older) ? older : null,
        BookingCursor.TryParse(Newer, out var newer) ? newer : null);

    /// <summary>The values of the address that shows this.</summary>
    public RouteValueDictionary Route(BookingCursor? older = null, BookingCursor? newer = null)
    {
        var route = new RouteValueDictionary();
        if (Status.Count > 0)
            route["status"] = Status.Select(status => status.ToString().ToLowerInvariant()).ToArray();
        if (!string.IsNullOrWhiteSpace(Text))
            route["text"] = Text.Trim();
        if (older is not null)
            route["older"] = older.ToString();
        if (newer is not null)
            route["newer"] = newer.ToString();
        return route;
    }
}
