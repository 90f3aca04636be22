using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Core.Persistence;

namespace Portal.Core.Availability;

/// <summary>A transaction in which the time of some hosts may be changed. Not committed, it changed nothing.</summary>
public sealed class HostTimeLock : IAsyncDisposable
{
    private readonly PortalDbContext db;
    private readonly AvailabilityCache cache;
    private readonly IDbContextTransaction transaction;
    private readonly IReadOnlyCollection<Guid> hosts;

    internal HostTimeLock(PortalDbContext db, AvailabilityCache cache, IDbContextTransaction transaction, IReadOnlyCollection<Guid> hosts)
    {
        this.db = db;
        this.cache = cache;
        this.transaction = transaction;
        this.hosts = hosts;
    }

    /// <summary>Commits, and makes everything computed from these hosts' time before stale, on every node.</summary>
    public async Task CommitAsync(CancellationToken ct)
    {
        await db.HostSchedules
            .Where(schedule => hosts.Contains(schedule.HostId))
            .ExecuteUpdateAsync(row => row.SetProperty(schedule => schedule.CalendarVersion, schedule => schedule.CalendarVersion + 1), ct);
        await transaction.CommitAsync(ct);
        cache.Forget(hosts);
    }

    public Task RollbackAsync(CancellationToken ct) => transaction.RollbackAsync(ct);

    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
