using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
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
    /// <exception cref="DatabaseBusyException">The connection broke, and whether it was committed is not known.</exception>
    public async Task CommitAsync()
    {
        try
        {
            // from here on nobody can take it back: a visitor who leaves now does not make it uncertain
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (NpgsqlException exception) when (exception is not PostgresException)
        {
            // the server did not answer: repeated, what was done would be done twice
            throw new DatabaseBusyException(DatabaseTroubles.Of(exception), mayBeDone: true, exception);
        }
    }

    /// <summary>Whoever comes next looks at the database again: after a commit, and after a refusal by what was not known here.</summary>
    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        cache.Forget(hosts);
    }
}
