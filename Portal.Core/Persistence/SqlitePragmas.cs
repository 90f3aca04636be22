using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Core.Persistence;

/// <summary>
/// Sets what SQLite forgets with every connection. FULL: an acknowledged booking survives a power cut; with NORMAL
/// the write-ahead log is not synced at commit.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // first the patience: the others may have to wait already
    private static readonly string Pragmas =
        $"PRAGMA busy_timeout = {(int)PersistenceServices.LockPatience.TotalMilliseconds}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
