using System.Data.Common;
using System.Globalization;
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
        var patience = ((SqliteConnection)connection).DefaultTimeout * 1000;
        // a millisecond nobody else would ask for, and set last: one from the pool that has it still has them all
        var mark = patience + 1;
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout";
        if (Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture) == mark)
            return;
        // first some patience, which SQLite has itself while it sleeps shorter than its driver: the others may have to wait already
        command.CommandText =
            $"PRAGMA busy_timeout = {patience}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY; PRAGMA busy_timeout = {mark}";
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite works on the caller's thread either way
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
