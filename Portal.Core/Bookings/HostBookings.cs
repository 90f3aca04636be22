using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>What reaches into a span of time: looked up by its start, so that a long past costs nothing.</summary>
internal static class HostBookings
{
    // no meeting is longer, so that whatever reaches into the span has begun since
    private static readonly Duration Longest = Duration.FromDays(1);

    public static IQueryable<Booking> BookingsOf(this PortalDbContext db, Guid organizationId, Interval span)
    {
        var (earliest, start, end) = (span.Start - Longest, span.Start, span.End);
        return db.Bookings.Where(booking =>
            booking.OrganizationId == organizationId && booking.StartsAt >= earliest && booking.StartsAt < end && booking.EndsAt > start);
    }

    /// <summary>What takes a person's time then, whichever organisation took it; without seats it takes nothing.</summary>
    public static IQueryable<TimeClaim> ClaimsOf(this PortalDbContext db, Guid hostId, Instant start, Instant end)
    {
        var earliest = start - TimeClaim.Longest;
        return db.TimeClaims.Where(claim => claim.HostId == hostId && claim.StartsAt >= earliest && claim.StartsAt < end && claim.EndsAt > start);
    }

    /// <summary>
    /// A host's own, and those they hold together with others, which their claimed time tells. Asked as "or", or with anything
    /// beside the ids, a database goes through everybody's.
    /// </summary>
    public static IQueryable<Booking> BookingsOfHost(this PortalDbContext db, Guid organizationId, Guid hostId, Interval span)
    {
        var (start, end, earliestClaim) = (span.Start, span.End, span.Start - TimeClaim.Longest);
        var own = db.BookingsOf(organizationId, span).Where(booking => booking.HostId == hostId).Select(booking => booking.Id);
        var claimed =
            from claim in db.TimeClaims
            where claim.HostId == hostId && claim.StartsAt >= earliestClaim && claim.StartsAt < end
                && claim.OrganizationId == organizationId && claim.MeetingStartsAt < end && claim.MeetingEndsAt > start
            from seat in claim.Seats
            where seat.BookingId != null
            select seat.BookingId!.Value;
        var ids = own.Union(claimed);
        return db.Bookings.Where(booking => ids.Contains(booking.Id));
    }
}
