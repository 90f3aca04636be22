using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Core.Persistence;

/// <summary>
/// Sets what SQLite forgets with every connection. FULL: an acknowledged booking survives a power cut; with NORMAL
/// the write-ahead log is not synced at commit.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas((SqliteConnection)connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas((SqliteConnection)connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // first the patience, which SQLite has itself while it sleeps shorter than its driver: the others may have to wait already
    private static string Pragmas(SqliteConnection connection) =>
        $"PRAGMA busy_timeout = {connection.DefaultTimeout * 1000}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";
}
