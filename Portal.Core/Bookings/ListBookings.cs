using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>The bookings of an organisation, latest start first, a page at a time (B12).</summary>
public sealed class ListBookings(PortalDbContext db)
{
    public const int PageSize = 25;

    private const int MostWords = 6;

    public async Task<BookingList> RunAsync(ListBookingsRequest request, CancellationToken ct)
    {
        var bookings = Filter(request);
        if (request.NewerThan is { } last)
        {
            var above = await ReadAsync(
                bookings
                    .Where(booking => booking.StartsAt >= last.StartsAt
                        && (booking.StartsAt > last.StartsAt || booking.Id.CompareTo(last.Id) > 0))
                    .OrderBy(booking => booking.StartsAt).ThenBy(booking => booking.Id),
                ct);
            // with less than a page above, the first page is the one that was meant
            if (above.Count >= PageSize)
            {
                List<BookingRow> page = [.. above.Take(PageSize).Reverse()];
                return new BookingList(page, page[^1].Cursor, above.Count > PageSize ? page[0].Cursor : null);
            }
        }

        var first = request.NewerThan is null ? request.OlderThan : null;
        if (first is not null)
            bookings = bookings.Where(booking => booking.StartsAt <= first.StartsAt
                && (booking.StartsAt < first.StartsAt || booking.Id.CompareTo(first.Id) < 0));
        var below = await ReadAsync(bookings.OrderByDescending(booking => booking.StartsAt).ThenByDescending(booking => booking.Id), ct);
        List<BookingRow> rows = [.. below.Take(PageSize)];
        return new BookingList(
            rows,
            below.Count > PageSize ? rows[^1].Cursor : null,
            first is null ? null : rows.FirstOrDefault()?.Cursor ?? first);
    }

    private IQueryable<Booking> Filter(ListBookingsRequest request)
    {
        var bookings = db.Bookings.Where(booking => booking.OrganizationId == request.OrganizationId);
        if (request.Statuses.Count > 0)
            bookings = bookings.Where(booking => request.Statuses.Contains(booking.Status));
        if (request.HostId is { } host)
            bookings = bookings.Where(booking => booking.HostId == host
                || booking.Participants.Any(person => person.UserId == host && person.Role == ParticipantRole.Host));
        if (request.MeetingTypeId is { } type)
            bookings = bookings.Where(booking => booking.MeetingTypeId == type);
        if (request.From is { } from)
            bookings = bookings.Where(booking => booking.StartsAt >= from);
        if (request.To is { } to)
            bookings = bookings.Where(booking => booking.StartsAt < to);
        var words = (request.Text ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        foreach (var word in words.Take(MostWords))
        {
            // becomes SQL, where no culture is asked and Contains is not a pattern; a word holds no space to match across
#pragma warning disable CA1304, CA1311, CA1862
            bookings = bookings.Where(booking =>
                (booking.VisitorName + " " + booking.VisitorEmail + " " + booking.MeetingType!.Name + " "
                    + booking.Host!.DisplayName + " " + (booking.Article ?? "")).ToLower().Contains(word));
#pragma warning restore CA1304, CA1311, CA1862
        }

        return bookings;
    }

    // one more than a page, to know whether there is another
    private static Task<List<BookingRow>> ReadAsync(IOrderedQueryable<Booking> bookings, CancellationToken ct) => bookings
        .Take(PageSize + 1)
        .Select(booking => new BookingRow(
            booking.Id,
            booking.StartsAt,
            booking.EndsAt,
            booking.Status,
            booking.VisitorName,
            booking.VisitorEmail,
            booking.MeetingType!.Name,
            booking.Host!.DisplayName,
            booking.Article))
        .ToListAsync(ct);
}
