using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings.Invitations;

/// <summary>What takes a host's time, as far as the asker may know it, and who is free instead.</summary>
public sealed class FindBusyHost(PortalDbContext db, FindFreeHosts findFreeHosts)
{
    public async Task<InviteNowOutcome.HostBusy> RunAsync(CurrentMember by, PortalUser host, Interval time, CancellationToken ct)
    {
        var first = await (
            from claim in db.ClaimsOf(host.Id, time.Start, time.End)
            from seat in claim.Seats
            join booking in db.Bookings on seat.BookingId equals booking.Id into bookings
            from booking in bookings.DefaultIfEmpty()
            orderby claim.StartsAt
            select new { claim.StartsAt, claim.EndsAt, claim.OrganizationId, Visitor = booking == null ? null : booking.VisitorName }).FirstOrDefaultAsync(ct);
        var mayKnow = first?.OrganizationId == by.OrganizationId && by.MayChange([host.Id]);
        return new InviteNowOutcome.HostBusy(
            host.DisplayName,
            mayKnow ? first!.Visitor : null,
            FreeUntil: first is not null && first.StartsAt > time.Start ? first.StartsAt : null,
            BusyUntil: first?.EndsAt,
            await findFreeHosts.RunAsync(new FindFreeHostsRequest(by.OrganizationId, host.Id, time.Start, time.End), ct));
    }
}
