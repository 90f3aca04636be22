using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Operations;

/// <summary>
/// Copies the SQLite database as it is at one moment, also while a portal serves from it: readers and writers go on. The file
/// appears when it is whole.
/// </summary>
public sealed class BackUpDatabase(PortalDbContext db)
{
    public async Task<BackUpDatabaseOutcome> RunAsync(string path, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
            return new BackUpDatabaseOutcome.NotSqlite();
        var file = Path.GetFullPath(path);
        if (File.Exists(file) || Directory.Exists(file))
            return new BackUpDatabaseOutcome.FileExists(file);
        var source = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        if (!File.Exists(source))
            return new BackUpDatabaseOutcome.NoDatabase(Path.GetFullPath(source));

        var began = Stopwatch.GetTimestamp();
        var unfinished = $"{file}.unfinished";
        try
        {
            File.Delete(unfinished);
            await CopyAsync(source, unfinished, ct);
            // refuses, as File.Exists did, should somebody have made the file meanwhile
            File.Move(unfinished, file, overwrite: false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SqliteException)
        {
            return new BackUpDatabaseOutcome.CannotWrite(file, exception.Message);
        }

        return new BackUpDatabaseOutcome.BackedUp(file, new FileInfo(file).Length, Duration.FromTimeSpan(Stopwatch.GetElapsedTime(began)));
    }

    // VACUUM INTO reads in one transaction, and leaves a file without a write-ahead log: one file is the whole backup
    private static async Task CopyAsync(string source, string target, CancellationToken ct)
    {
        await using (var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = source, Pooling = false, DefaultTimeout = 0 }.ConnectionString))
        {
            await connection.OpenAsync(ct);
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $target";
            command.Parameters.AddWithValue("$target", target);
            await command.ExecuteNonQueryAsync(ct);
        }

        await using var written = new FileStream(target, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }
}
