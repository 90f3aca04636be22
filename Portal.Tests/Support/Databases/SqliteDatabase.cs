using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Tests.Support.Databases;

/// <summary>A file of its own, copied from one that was migrated once.</summary>
public sealed class SqliteDatabase : PortalDatabase
{
    private static readonly Lazy<Task<string>> Template = new(CreateTemplateAsync);

    private readonly TemporaryFolder folder = new();

    public string File => folder.Combine("portal.db");

    public override PortalDbContext NewContext() => NewContext(Options.ConnectionString);

    public override async Task InitializeAsync()
    {
        System.IO.File.Copy(await Template.Value, File);
        Options.Provider = DatabaseProvider.Sqlite;
        Options.ConnectionString = ConnectionString(File);
    }

    public override Task DisposeAsync()
    {
        // a pooled connection keeps the file, its -wal and its -shm
        SqliteConnection.ClearAllPools();
        folder.Dispose();
        return Task.CompletedTask;
    }

    public override Task DropHostTimeGuardAsync() =>
        ExecuteAsync("DROP TRIGGER IF EXISTS tr_time_claims_insert; DROP TRIGGER IF EXISTS tr_time_claims_update;");

    public static string ConnectionString(string file) => $"Data Source={file}";

    private static async Task<string> CreateTemplateAsync()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var file = folder.Combine("template.db");
        await using (var db = NewContext(ConnectionString(file) + ";Pooling=False"))
            await db.Database.MigrateAsync();
        return file;
    }

    private static SqlitePortalDbContext NewContext(string connectionString)
    {
        var builder = new DbContextOptionsBuilder<SqlitePortalDbContext>();
        PersistenceServices.UseSqlite(builder, connectionString);
        return new SqlitePortalDbContext(builder.Options);
    }
}
