using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>The meeting behind a visitor's link, and what can be done with it at this moment.</summary>
public sealed class FindMeeting(PortalDbContext db, IClock clock)
{
    /// <param name="bookingId">From the visitor's link.</param>
    public async Task<VisitorMeeting> RunAsync(Guid bookingId, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var found = await db.Bookings.AsNoTracking()
            .Where(booking => booking.Id == bookingId)
            .Select(booking => new
            {
                Booking = booking,
                OrganizationSlug = booking.Organization!.Slug,
                OrganizationName = booking.Organization.Name,
                TypeSlug = booking.MeetingType!.Slug,
                TypeName = booking.MeetingType.Name,
                HostName = booking.Host!.DisplayName,
            })
            .SingleAsync(ct);

        var booking = found.Booking;
        return new VisitorMeeting(
            booking.Id, found.OrganizationSlug, found.OrganizationName, found.TypeSlug, found.TypeName, found.HostName,
            booking.StartsAt, booking.EndsAt, booking.VisitorZone, booking.Status, booking.CancellationReason, booking.Sequence,
            booking.VisitorName, booking.VisitorEmail, booking.Notes, booking.Article,
            JoinWindow.OpensAt(booking), now,
            IsOver: JoinWindow.IsOver(booking, now),
            CanJoin: JoinWindow.IsOpenForVisitors(booking, now),
            CanMove: booking.CanMove && now < booking.StartsAt,
            CanCancel: booking.Status.CanBecome(BookingStatus.Cancelled) && now < booking.EndsAt);
    }
}
