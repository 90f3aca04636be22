using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Availability.Editing;

/// <summary>Gives a date the hours of its day of the week again.</summary>
public sealed class RemoveDateOverride(PortalDbContext db, HostTime hostTime, IClock clock)
{
    /// <returns>False when the date had no hours of its own.</returns>
    public Task<bool> RunAsync(HostKey host, LocalDate date, Actor by, CancellationToken ct) => db.RepeatAsync(() => RemoveAsync(host, date, by, ct), ct);

    private async Task<bool> RemoveAsync(HostKey host, LocalDate date, Actor by, CancellationToken ct)
    {
        await using var held = await hostTime.LockAsync([host.HostId], ct);
        var removed = await db.DateOverrides
            .Where(day => day.OrganizationId == host.OrganizationId && day.HostId == host.HostId && day.Date == date)
            .ExecuteDeleteAsync(ct);
        if (removed == 0)
            return false;
        db.AuditEntries.Add(AuditEntry.OfHost(host, "hours.override_removed", by, clock.GetCurrentInstant(), $"{date:uuuu-MM-dd}"));
        await db.SaveChangesAsync(ct);
        await held.CommitAsync();
        return true;
    }
}
