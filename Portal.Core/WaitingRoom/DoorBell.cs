using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Core.Bookings;
using Portal.Core.Chat;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>
/// Rings at a door when what its visitors see has been changed and committed, by whatever use case: here at once, on the other
/// nodes of a PostgreSQL by NOTIFY.
/// </summary>
public sealed class DoorBell(Doors doors, IServiceScopeFactory scopes) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private const string Channel = "portal_door";

    private readonly ConditionalWeakTable<DbContext, HashSet<Guid>> touched = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db)
            foreach (var organizationId in db.ChangeTracker.Entries().Where(IsSeenAtTheDoor).Select(entry => OrganizationOf(entry.Entity)))
                touched.GetOrCreateValue(db).Add(organizationId);
        return new(result);
    }

    public override async ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db && touched.TryGetValue(db, out var organizations))
        {
            // inside a transaction it is heard when that is committed
            if (db.Database.IsNpgsql())
                foreach (var organizationId in organizations)
                    await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, {organizationId.ToString()})", cancellationToken);
            if (db.Database.CurrentTransaction is null)
                Ring(db);
        }

        return result;
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db)
            touched.Remove(db);
        return Task.CompletedTask;
    }

    public Task TransactionCommittedAsync(
        System.Data.Common.DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db)
            Ring(db);
        return Task.CompletedTask;
    }

    /// <summary>Hears the other nodes; ends only with an exception. On SQLite there are none.</summary>
    /// <exception cref="NpgsqlException">The connection broke: listen again.</exception>
    public async Task ListenAsync(CancellationToken ct)
    {
        if (await FindServerAsync() is not { } server)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, ct);
            return;
        }

        // of its own: it waits all the time
        await using var connection = new NpgsqlConnection(server);
        connection.Notification += (_, heard) =>
        {
            if (Guid.TryParse(heard.Payload, out var organizationId))
                doors.Ring(organizationId);
        };
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        // what was said while nobody listened
        doors.RingAll();
        while (true)
            await connection.WaitAsync(ct);
    }

    private async Task<string?> FindServerAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database;
        return database.IsNpgsql()
            ? new NpgsqlConnectionStringBuilder(database.GetConnectionString()) { Pooling = false, ApplicationName = "portal doors", KeepAlive = 30 }.ConnectionString
            : null;
    }

    private void Ring(DbContext db)
    {
        if (!touched.TryGetValue(db, out var organizations))
            return;
        touched.Remove(db);
        foreach (var organizationId in organizations)
            doors.Ring(organizationId);
    }

    private static bool IsSeenAtTheDoor(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry) => entry switch
    {
        { State: EntityState.Modified, Entity: Participant or Booking or Organization or VisitorBrowser } => true,
        // the browser somebody books in is at no door yet
        { State: EntityState.Added, Entity: VisitorBrowser { Participant: { } visitor } } => entry.Context.Entry(visitor).State != EntityState.Added,
        { State: EntityState.Added, Entity: VisitorBrowser or ChatMessage } => true,
        // somebody joins a meeting that may be at the door already
        { State: EntityState.Added, Entity: Participant { UserId: not null, Role: ParticipantRole.Staff } } => true,
        _ => false,
    };

    private static Guid OrganizationOf(object entity) => entity switch
    {
        Participant participant => participant.OrganizationId,
        Booking booking => booking.OrganizationId,
        VisitorBrowser browser => browser.OrganizationId,
        ChatMessage message => message.OrganizationId,
        _ => ((Organization)entity).Id,
    };
}
