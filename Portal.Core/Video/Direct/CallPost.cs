using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;
using Portal.Core.Persistence;

namespace Portal.Core.Video.Direct;

/// <summary>
/// Carries what is said to a page on another node: a row in the database, and a bell (NOTIFY) that wakes the nodes to look. On
/// SQLite there is no other node, and nothing is carried.
/// </summary>
public sealed class CallPost(IServiceScopeFactory scopes, IClock clock)
{
    private const string Bell = "portal_call";

    /// <summary>A bell may be missed while its connection breaks: nodes look this often without one.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    /// <param name="arguments">A JSON array.</param>
    public async Task PutAsync(IEnumerable<string> connections, string method, string arguments, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (!db.Database.IsNpgsql())
            return;
        var now = clock.GetCurrentInstant();
        db.CallMessages.AddRange(connections.Select(connection => new CallMessage
        {
            ConnectionId = connection,
            Method = method,
            Arguments = arguments,
            SaidAt = now,
        }));
        await db.SaveChangesAsync(ct);
        await db.Database.ExecuteSqlRawAsync($"NOTIFY {Bell}", ct);
    }

    /// <summary>What waits for these connections, the first said first. It is given once: each connection is on one node.</summary>
    public async Task<IReadOnlyList<CallMessage>> TakeAsync(IReadOnlyCollection<string> connections, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var messages = await db.CallMessages.AsNoTracking()
            .Where(message => connections.Contains(message.ConnectionId))
            .OrderBy(message => message.Id)
            .ToListAsync(ct);
        if (messages.Count > 0)
        {
            var taken = messages.Select(message => message.Id).ToList();
            await db.CallMessages.Where(message => taken.Contains(message.Id)).ExecuteDeleteAsync(ct);
        }

        return messages;
    }

    /// <summary>Calls <paramref name="look"/> whenever the bell rings, and now and then without; ends only with an exception.</summary>
    /// <exception cref="NpgsqlException">The connection broke: listen again.</exception>
    public async Task ListenAsync(Func<Task> look, CancellationToken ct)
    {
        if (await FindServerAsync() is not { } server)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, ct);
            return;
        }

        // of its own: it waits all the time
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"LISTEN {Bell}", connection))
            await listen.ExecuteNonQueryAsync(ct);
        while (true)
        {
            await look();
            await connection.WaitAsync(LongestWait, ct);
        }
    }

    private async Task<string?> FindServerAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database;
        return database.IsNpgsql()
            ? new NpgsqlConnectionStringBuilder(database.GetConnectionString()) { Pooling = false, ApplicationName = "portal calls" }.ConnectionString
            : null;
    }
}
