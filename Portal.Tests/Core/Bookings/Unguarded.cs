using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Persistence;

namespace Portal.Tests.Core.Bookings;

/// <summary>The use cases of Core on contexts that take a host's time without locking it.</summary>
internal static class Unguarded
{
    public static void TakeNoLock(IServiceCollection services) => services.AddScoped<PortalDbContext>(provider =>
        provider.GetService<DbContextOptions<SqlitePortalDbContext>>() is { } sqlite
            ? new Sqlite(sqlite)
            : new Postgres(provider.GetRequiredService<DbContextOptions<PostgresPortalDbContext>>()));

    private sealed class Sqlite(DbContextOptions<SqlitePortalDbContext> options) : SqlitePortalDbContext(options)
    {
        public override Task<IDbContextTransaction> LockHostTimeAsync(IEnumerable<Guid> hosts, CancellationToken ct) => NoTransaction.Begin();
    }

    private sealed class Postgres(DbContextOptions<PostgresPortalDbContext> options) : PostgresPortalDbContext(options)
    {
        public override Task<IDbContextTransaction> LockHostTimeAsync(IEnumerable<Guid> hosts, CancellationToken ct) => NoTransaction.Begin();
    }

    private sealed class NoTransaction : IDbContextTransaction
    {
        public Guid TransactionId { get; } = Guid.NewGuid();

        public static Task<IDbContextTransaction> Begin() => Task.FromResult<IDbContextTransaction>(new NoTransaction());

        public void Commit()
        {
        }

        public Task CommitAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Rollback()
        {
        }

        public Task RollbackAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
