using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.Notifications;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>A sweep for bookings nobody approved before their start: they expire, and the visitor is told.</summary>
public sealed class ExpirePendingBookings(PortalDbContext db, HostTime hostTime, IClock clock)
{
    /// <returns>How many expired. Several nodes may run it at once; each booking expires once.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var due = await db.Bookings
            .Where(booking => booking.Status == BookingStatus.Pending && booking.StartsAt <= now)
            .Select(booking => new { booking.Id, booking.OrganizationId })
            .ToListAsync(ct);
        var expired = 0;
        foreach (var booking in due)
        {
            db.ChangeTracker.Clear();
            if (await db.RepeatAsync(() => ExpireAsync(booking.OrganizationId, booking.Id, now, ct), ct))
                expired++;
        }

        return expired;
    }

    private async Task<bool> ExpireAsync(Guid organizationId, Guid bookingId, Instant now, CancellationToken ct)
    {
        if (await db.FindHostsOfAsync(organizationId, bookingId, ct) is not { } hosts)
            return false;
        await using var held = await hostTime.LockAsync(hosts, ct);
        var booking = await db.LoadForChangeAsync(bookingId, ct);
        if (booking.Status != BookingStatus.Pending)
            return false;
        booking.Expire();
        await hostTime.ReleaseAsync(booking.Id, ct);
        db.AuditEntries.Add(AuditEntry.Of(booking, "booking.expired", Actor.System, now));
        db.Outbox.AddRange(DecideBooking.ToVisitor(
            booking, new MeetingRejected(booking.StartsAt, booking.EndsAt, booking.Sequence, "Nobody could confirm it in time."), now));
        await db.SaveChangesAsync(ct);
        await held.CommitAsync();
        return true;
    }
}
