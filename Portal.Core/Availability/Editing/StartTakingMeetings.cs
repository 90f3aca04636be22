using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability.Editing;

/// <summary>Gives a member hours of their own: business hours in the organisation's zone, to be changed at once.</summary>
public sealed class StartTakingMeetings(PortalDbContext db, HostTime hostTime, IClock clock)
{
    /// <returns>False when the person does not belong to the organisation; true also for somebody who has hours already.</returns>
    public Task<bool> RunAsync(HostKey host, Actor by, CancellationToken ct) => db.RepeatAsync(() => StartAsync(host, by, ct), ct);

    private async Task<bool> StartAsync(HostKey host, Actor by, CancellationToken ct)
    {
        await using var held = await hostTime.LockAsync([host.HostId], ct);
        var member = await db.Members.AsNoTracking()
            .Include(member => member.Organization)
            .SingleOrDefaultAsync(member => member.OrganizationId == host.OrganizationId && member.UserId == host.HostId, ct);
        if (member is null)
            return false;
        if (await db.HostSchedules.OfHost(host).AnyAsync(ct))
            return true;

        db.HostSchedules.Add(new HostSchedule
        {
            OrganizationId = host.OrganizationId,
            HostId = host.HostId,
            Zone = member.Organization!.Zone,
            Hours = WeeklyHours.BusinessHours,
        });
        db.AuditEntries.Add(AuditEntry.OfHost(host, "hours.started", by, clock.GetCurrentInstant()));
        await db.SaveChangesAsync(ct);
        await held.CommitAsync();
        return true;
    }
}
