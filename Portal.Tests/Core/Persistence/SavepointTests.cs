using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Persistence;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Persistence;

[Trait("Promise", "P5")]
public abstract class SavepointTests : WorldTests
{
    private readonly Savepoints savepoints;

    protected SavepointTests(PortalDatabase database)
        : this(database, new Savepoints())
    {
    }

    private SavepointTests(PortalDatabase database, Savepoints savepoints)
        : base(database, services => services
            .ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(savepoints))
            .ConfigureDbContext<PostgresPortalDbContext>(options => options.AddInterceptors(savepoints))) => this.savepoints = savepoints;

    [Fact]
    public async Task A_booking_is_saved_without_one_also_by_a_context_that_was_used_before()
    {
        var acme = await World.AddOrganizationAsync();
        var type = await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme)]);

        await World.BookAsync(type, "2026-01-06T10:00");
        await World.BookAsync(type, "2026-01-06T11:00");

        Assert.Equal(2, savepoints.Committed);
        Assert.Equal(0, savepoints.Created);
    }

    private sealed class Savepoints : DbTransactionInterceptor
    {
        public int Committed { get; private set; }

        public int Created { get; private set; }

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Committed++;
            return Task.CompletedTask;
        }

        public override Task CreatedSavepointAsync(DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
        {
            Created++;
            return Task.CompletedTask;
        }
    }
}

public sealed class SavepointTests_on_Sqlite(SqliteDatabase database) : SavepointTests(database), IClassFixture<SqliteDatabase>;

public sealed class SavepointTests_on_Postgres(PostgresDatabase database) : SavepointTests(database), IClassFixture<PostgresDatabase>;
