using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Operations;

/// <summary>How the portal itself fares.</summary>
public sealed class FindHealth(PortalDbContext db, ThisNode node, IClock clock)
{
    /// <param name="organizationId">Whose mail is counted.</param>
    public async Task<PortalHealth> RunAsync(Guid organizationId, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var nodes = await db.Nodes.AsNoTracking().OrderBy(row => row.StartedAt).ToListAsync(ct);
        var waiting = db.Outbox.Where(row => row.OrganizationId == organizationId && row.SentAt == null);
        return new PortalHealth(
            now,
            [.. nodes.Select(row => new NodeHealth(
                row.Name, row.Version, row.StartedAt, row.SeenAt, row.DrainingSince is not null, now - row.SeenAt > Node.Patience, row.Id == node.Id))],
            await db.JobRuns.AsNoTracking().ToListAsync(ct),
            db.Database.IsSqlite() ? DatabaseProvider.Sqlite : DatabaseProvider.Postgres,
            NodaTime.TimeZones.TzdbDateTimeZoneSource.Default.TzdbVersion,
            await waiting.CountAsync(row => row.FailedAt == null && row.DueAt <= now, ct),
            await waiting.CountAsync(row => row.FailedAt != null, ct));
    }
}
