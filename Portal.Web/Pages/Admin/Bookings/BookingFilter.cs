using NodaTime.Text;
using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Core.Time;

namespace Portal.Web.Pages.Admin.Bookings;

/// <summary>The list's state as the address carries it: <c>?status=confirmed&amp;text=lena&amp;older=…</c></summary>
public sealed class BookingFilter
{
    public List<BookingStatus> Status { get; init; } = [];

    public string? Text { get; set; }

    /// <summary>Only what this person holds.</summary>
    public Guid? Host { get; set; }

    /// <summary>Only this meeting type.</summary>
    public Guid? Type { get; set; }

    /// <summary>From this day on, in the organisation's zone: <c>2026-11-23</c>.</summary>
    public string? From { get; set; }

    /// <summary>Until this day, with it.</summary>
    public string? To { get; set; }

    /// <summary>A <see cref="BookingCursor"/>: the page goes on below it.</summary>
    public string? Older { get; set; }

    /// <summary>A <see cref="BookingCursor"/>: the page ends above it.</summary>
    public string? Newer { get; set; }

    public bool IsOn => Status.Count > 0 || !string.IsNullOrWhiteSpace(Text) || HasMore;

    /// <summary>Something is chosen that is folded away at first.</summary>
    public bool HasMore => Host is not null || Type is not null || DateText.Read(From) is not null || DateText.Read(To) is not null;

    public ListBookingsRequest RequestFor(CurrentMember member) => new(
        member.OrganizationId,
        // a word in the address that is no status counts for nothing
        [.. Status.Where(Enum.IsDefined)],
        Text,
        BookingCursor.TryParse(Older, out var older) ? older : null,
        BookingCursor.TryParse(Newer, out var newer) ? newer : null)
    {
        HostId = Host,
        MeetingTypeId = Type,
        From = DateText.Read(From)?.AtStartOfDayInZone(member.Zone).ToInstant(),
        // a day after the last there is would be none
        To = DateText.Read(To) is { } last && last < NodaTime.LocalDate.MaxIsoValue ? last.PlusDays(1).AtStartOfDayInZone(member.Zone).ToInstant() : null,
    };

    /// <summary>The values of the address that shows this.</summary>
    public RouteValueDictionary Route(BookingCursor? older = null, BookingCursor? newer = null)
    {
        var route = new RouteValueDictionary();
        if (Status.Count > 0)
            route["status"] = Status.Select(status => status.ToString().ToLowerInvariant()).ToArray();
        if (!string.IsNullOrWhiteSpace(Text))
            route["text"] = Text.Trim();
        if (Host is { } host)
            route["host"] = host.ToString();
        if (Type is { } type)
            route["type"] = type.ToString();
        if (DateText.Read(From) is { } from)
            route["from"] = LocalDatePattern.Iso.Format(from);
        if (DateText.Read(To) is { } to)
            route["to"] = LocalDatePattern.Iso.Format(to);
        if (older is not null)
            route["older"] = older.ToString();
        if (newer is not null)
            route["newer"] = newer.ToString();
        return route;
    }
}
