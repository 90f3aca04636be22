using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Portal.Core.Persistence;

public static class PersistenceServices
{
    /// <summary>How long a change waits for others to finish theirs, before it is tried once more or refused.</summary>
    internal static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(3);

    // a person waits for every statement, and for a connection; migrations and other long work set their own
    private const int MostSecondsOfCommand = 10;
    private const int MostSecondsToConnect = 5;

    /// <summary>Registers <see cref="PortalDbContext"/> as the context of the chosen database.</summary>
    public static IServiceCollection AddPortalDatabase(this IServiceCollection services, DatabaseOptions options) => options.Provider switch
    {
        DatabaseProvider.Sqlite => services.AddDbContextPool<PortalDbContext, SqlitePortalDbContext>(
            builder => UseSqlite(builder, options.ConnectionString)),
        DatabaseProvider.Postgres => services.AddDbContextPool<PortalDbContext, PostgresPortalDbContext>(
            builder => UsePostgres(builder, options.ConnectionString)),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Provider, "Unknown database."),
    };

    public static void UseSqlite(DbContextOptionsBuilder builder, string connectionString) => builder
        .UseSqlite(WithLimits(new SqliteConnectionStringBuilder(connectionString)), sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))
        .AddInterceptors(new SqlitePragmas(), new SqliteLowerCase());

    public static void UsePostgres(DbContextOptionsBuilder builder, string connectionString) => builder
        .UseNpgsql(WithLimits(new NpgsqlConnectionStringBuilder(connectionString)), npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery));

    // what the operator's connection string says itself is left as it is
    private static string WithLimits(SqliteConnectionStringBuilder connection)
    {
        if (!connection.ShouldSerialize("Default Timeout"))
            connection.DefaultTimeout = (int)LockPatience.TotalSeconds;
        return connection.ConnectionString;
    }

    private static string WithLimits(NpgsqlConnectionStringBuilder connection)
    {
        if (!connection.ShouldSerialize("Command Timeout"))
            connection.CommandTimeout = MostSecondsOfCommand;
        if (!connection.ShouldSerialize("Timeout"))
            connection.Timeout = MostSecondsToConnect;
        return connection.ConnectionString;
    }
}
