using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Availability.Editing;

/// <summary>The host takes meetings on these days after all.</summary>
public sealed class RemoveTimeOff(PortalDbContext db, HostTime hostTime, IClock clock)
{
    /// <returns>False when the host has no such days off.</returns>
    public Task<bool> RunAsync(HostKey host, Guid timeOffId, Actor by, CancellationToken ct) => db.RepeatAsync(() => RemoveAsync(host, timeOffId, by, ct), ct);

    private async Task<bool> RemoveAsync(HostKey host, Guid timeOffId, Actor by, CancellationToken ct)
    {
        await using var held = await hostTime.LockAsync([host.HostId], ct);
        var days = await db.TimesOff.SingleOrDefaultAsync(
            days => days.Id == timeOffId && days.OrganizationId == host.OrganizationId && days.HostId == host.HostId, ct);
        if (days is null)
            return false;
        db.TimesOff.Remove(days);
        db.AuditEntries.Add(AuditEntry.OfHost(
            host, "hours.time_off_removed", by, clock.GetCurrentInstant(), $"{days.FirstDay:uuuu-MM-dd} – {days.LastDay:uuuu-MM-dd}"));
        await db.SaveChangesAsync(ct);
        await held.CommitAsync();
        return true;
    }
}
