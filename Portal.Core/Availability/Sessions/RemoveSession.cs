using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability.Editing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Availability.Sessions;

/// <summary>Takes back a single time that nobody has booked (D2).</summary>
public sealed class RemoveSession(PortalDbContext db, HostTime hostTime, IClock clock)
{
    public Task<RemoveSessionOutcome> RunAsync(HostKey host, Guid sessionId, Actor by, CancellationToken ct) => db.RepeatAsync(() => RemoveAsync(host, sessionId, by, ct), ct);

    private async Task<RemoveSessionOutcome> RemoveAsync(HostKey host, Guid sessionId, Actor by, CancellationToken ct)
    {
        await using var held = await hostTime.LockAsync([host.HostId], ct);
        var slot = await db.SessionSlots.SingleOrDefaultAsync(
            slot => slot.Id == sessionId && slot.OrganizationId == host.OrganizationId && slot.HostId == host.HostId, ct);
        if (slot is null)
            return new RemoveSessionOutcome.SessionNotFound();
        if (await db.Bookings.Standing().AnyAsync(booking => booking.SessionSlotId == sessionId, ct))
            return new RemoveSessionOutcome.SessionBooked();

        db.SessionSlots.Remove(slot);
        db.AuditEntries.Add(AuditEntry.OfHost(host, "session.removed", by, clock.GetCurrentInstant(), $"{slot.Id} {slot.StartsAt:uuuu-MM-dd'T'HH:mm'Z'}"));
        await db.SaveChangesAsync(ct);
        await held.CommitAsync();
        return new RemoveSessionOutcome.Removed();
    }
}
