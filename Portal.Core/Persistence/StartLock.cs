using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Portal.Core.Persistence;

/// <summary>
/// One start at a time for each database: migrations, the first keys and the tables of the jobs are made by one process, and
/// the others find them. A process that dies gives it back by dying.
/// </summary>
public sealed class StartLock : IAsyncDisposable
{
    private const long Key = 0x506f7274616c;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly IAsyncDisposable held;

    private StartLock(IAsyncDisposable held) => this.held = held;

    /// <summary>Waits for as long as another process starts.</summary>
    /// <param name="db">A PostgreSQL database that does not exist is created where the user may.</param>
    public static async Task<StartLock> TakeAsync(PortalDbContext db, DatabaseOptions database, CancellationToken ct) => new(
        database.Provider == DatabaseProvider.Sqlite
            ? await LockFileAsync(database, ct)
            : await LockDatabaseAsync(db, database, ct));

    public ValueTask DisposeAsync() => held.DisposeAsync();

    private static async Task<IAsyncDisposable> LockFileAsync(DatabaseOptions database, CancellationToken ct)
    {
        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        if (file is "" or ":memory:")
            return new MemoryStream();
        while (true)
        {
            try
            {
                return new FileStream($"{file}-starting", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException exception) when (exception is not (DirectoryNotFoundException or FileNotFoundException))
            {
                await Task.Delay(Pause, ct);
            }
        }
    }

    private static async Task<IAsyncDisposable> LockDatabaseAsync(PortalDbContext db, DatabaseOptions database, CancellationToken ct)
    {
        // of its own and not pooled: the lock ends with the connection
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        try
        {
            await OpenAsync(connection, db, ct);
            await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({Key})", connection);
            await command.ExecuteNonQueryAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task OpenAsync(NpgsqlConnection connection, PortalDbContext db, CancellationToken ct)
    {
        try
        {
            await connection.OpenAsync(ct);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            try
            {
                await db.GetService<IRelationalDatabaseCreator>().CreateAsync(ct);
            }
            catch (PostgresException other) when (other.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
            {
                // another node that starts created it meanwhile
            }

            await connection.OpenAsync(ct);
        }
    }
}
