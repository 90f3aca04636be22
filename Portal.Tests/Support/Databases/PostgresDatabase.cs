using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Core.Persistence;

namespace Portal.Tests.Support.Databases;

/// <summary>A database of its own on the server of <see cref="PostgresServer"/>, created from one that was migrated once.</summary>
public sealed class PostgresDatabase : PortalDatabase
{
    private static readonly Lazy<Task<string>> Template = new(CreateTemplateAsync);

    private readonly string name = NewName("test");

    public override PortalDbContext NewContext() => NewContext(Options.ConnectionString);

    public override async Task InitializeAsync()
    {
        await PostgresServer.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {await Template.Value}");
        Options.Provider = DatabaseProvider.Postgres;
        // two test classes run at a time: their pools together stay below the server's max_connections
        Options.ConnectionString = PostgresServer.ConnectionString(name) + ";Maximum Pool Size=80";
    }

    public override async Task DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(Options.ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        await PostgresServer.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
    }

    public override Task DropHostTimeGuardAsync() =>
        ExecuteAsync($"""ALTER TABLE "TimeClaims" DROP CONSTRAINT IF EXISTS {PostgresPortalDbContext.OverlapConstraint}""");

    private static async Task<string> CreateTemplateAsync()
    {
        var name = NewName("template");
        await PostgresServer.ExecuteAsync($"CREATE DATABASE {name}");
        // a template must have no connection open when it is copied
        await using (var db = NewContext(PostgresServer.ConnectionString(name) + ";Pooling=False"))
            await db.Database.MigrateAsync();
        return name;
    }

    private static string NewName(string kind) => $"portal_{kind}_{Guid.NewGuid():N}";

    private static PostgresPortalDbContext NewContext(string connectionString)
    {
        var builder = new DbContextOptionsBuilder<PostgresPortalDbContext>();
        PersistenceServices.UsePostgres(builder, connectionString);
        return new PostgresPortalDbContext(builder.Options);
    }
}
