using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Portal.Core.Persistence;

/// <summary>Tells a database in trouble from a bug, by what it threw.</summary>
public static class DatabaseTroubles
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteInputOutput = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    // a reader that wants to write after somebody else did: waiting would not help it
    private const int SqliteBusySnapshot = SqliteBusy | (2 << 8);

    public static DatabaseTrouble Of(Exception exception)
    {
        // EF wraps what it finds passing in exceptions of other kinds
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case DatabaseBusyException busy:
                    return busy.Trouble;
                case DbUpdateConcurrencyException:
                    return DatabaseTrouble.Collision;
                case SqliteException sqlite:
                    return Of(sqlite);
                case PostgresException postgres:
                    return Of(postgres);
                // a command, the way to a connection, or the queue of SQLite's writers
                case NpgsqlException { InnerException: TimeoutException } or TimeoutException:
                    return DatabaseTrouble.TooSlow;
                case NpgsqlException { IsTransient: true }:
                    return DatabaseTrouble.Collision;
            }
        }

        return DatabaseTrouble.None;
    }

    private static DatabaseTrouble Of(SqliteException sqlite) => sqlite switch
    {
        { SqliteExtendedErrorCode: SqliteBusySnapshot } or { SqliteErrorCode: SqliteLocked } => DatabaseTrouble.Collision,
        { SqliteErrorCode: SqliteBusy } => DatabaseTrouble.TooSlow,
        { SqliteErrorCode: SqliteFull or SqliteInputOutput or SqliteReadOnly or SqliteCannotOpen } => DatabaseTrouble.OutOfOrder,
        _ => DatabaseTrouble.None,
    };

    private static DatabaseTrouble Of(PostgresException postgres) => postgres.SqlState switch
    {
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => DatabaseTrouble.Collision,
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.TooManyConnections => DatabaseTrouble.TooSlow,
        PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.IoError
            or PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseTrouble.OutOfOrder,
        // class 08: the connection
        ['0', '8', ..] => DatabaseTrouble.Collision,
        _ => DatabaseTrouble.None,
    };
}
