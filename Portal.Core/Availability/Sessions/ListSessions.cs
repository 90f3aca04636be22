using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability.Editing;
using Portal.Core.Payments;
using Portal.Core.Persistence;

namespace Portal.Core.Availability.Sessions;

/// <summary>The single times a professional offers, from now on, and what they can offer more of (D2).</summary>
public sealed class ListSessions(PortalDbContext db, IClock clock)
{
    public async Task<SessionList> RunAsync(HostKey host, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var organization = await db.Organizations.AsNoTracking().SingleAsync(row => row.Id == host.OrganizationId, ct);
        var schedule = await db.HostSchedules.AsNoTracking().OfHost(host).SingleOrDefaultAsync(ct);
        var rows = await (
            from slot in db.SessionSlots.AsNoTracking()
            join type in db.MeetingTypes on slot.MeetingTypeId equals type.Id
            where slot.OrganizationId == host.OrganizationId && slot.HostId == host.HostId && slot.EndsAt > now
            orderby slot.StartsAt
            select new
            {
                Slot = slot,
                MeetingName = type.Name,
                Visitor = db.Bookings.Standing().Where(booking => booking.SessionSlotId == slot.Id).Select(booking => booking.VisitorName).FirstOrDefault(),
                // by something else than the session itself
                IsBlocked = db.TimeClaims.Any(claim => claim.HostId == host.HostId && claim.StartsAt < slot.EndsAt && claim.EndsAt > slot.StartsAt
                    && claim.Seats.Any(seat => seat.BookingId != null
                        && !db.Bookings.Any(booking => booking.Id == seat.BookingId && booking.SessionSlotId == slot.Id))),
            }).ToListAsync(ct);
        var types = await db.ListSessionTypesAsync(host, ct);
        return new SessionList(
            schedule?.Zone ?? organization.Zone, now,
            new Money(organization.LowestPrice, organization.Currency), new Money(organization.HighestPrice, organization.Currency),
            [
                .. rows.Select(row => new ListedSession(
                    new OfferedSession(row.Slot.Id, row.MeetingName, row.Slot.StartsAt, row.Slot.EndsAt, row.Slot.Zone, row.Slot.Price),
                    row.Visitor is not null ? SessionState.Booked : row.IsBlocked ? SessionState.Blocked : SessionState.Free,
                    row.Visitor)),
            ],
            [.. types.Select(type => new HostMeetingType(type.Id, type.Slug, type.Name, type.Length, type.SessionsOnly))]);
    }
}
