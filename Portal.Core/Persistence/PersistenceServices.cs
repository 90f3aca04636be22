using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Portal.Core.Persistence;

public static class PersistenceServices
{
    /// <summary>How long a change waits for others to finish theirs, before it is tried once more or refused.</summary>
    internal static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(5);

    // a person waits for every statement, and for a connection; migrations and other long work set their own
    private const int MostSecondsOfCommand = 10;
    private const int MostSecondsToConnect = 5;

    private const int MostPrepared = 200;

    // what many do at once is done sooner by few who wait in order than by all who take turns on the cores
    private static readonly int MostConnections = Math.Max(8, 4 * Environment.ProcessorCount);

    /// <summary>Registers <see cref="PortalDbContext"/> as the context of the chosen database.</summary>
    public static IServiceCollection AddPortalDatabase(this IServiceCollection services, DatabaseOptions options) => options.Provider switch
    {
        DatabaseProvider.Sqlite => services.AddDbContextPool<PortalDbContext, SqlitePortalDbContext>(
            builder => UseSqlite(builder, options.ConnectionString)),
        DatabaseProvider.Postgres => services.WithThreadsToGiveUpOn().AddDbContextPool<PortalDbContext, PostgresPortalDbContext>(
            builder => UsePostgres(builder, options.ConnectionString)),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Provider, "Unknown database."),
    };

    public static void UseSqlite(DbContextOptionsBuilder builder, string connectionString) => builder
        .UseSqlite(WithLimits(new SqliteConnectionStringBuilder(connectionString)), sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))
        .ConfigureWarnings(LogLevels)
        .AddInterceptors(new SqlitePragmas(), new SqliteLowerCase());

    public static void UsePostgres(DbContextOptionsBuilder builder, string connectionString) => builder
        .UseNpgsql(WithLimits(new NpgsqlConnectionStringBuilder(connectionString)), npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))
        .ConfigureWarnings(LogLevels);

    // Npgsql gives a statement up on a thread that waits for the server, for seconds when that is silent: as many as there are
    // connections must not be all the threads there are, or nothing else is answered meanwhile
    private static IServiceCollection WithThreadsToGiveUpOn(this IServiceCollection services)
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + 2 * MostConnections), completions);
        return services;
    }

    // most of these are repeated and nobody notices; what is not is an error where it ends
    private static void LogLevels(WarningsConfigurationBuilder warnings) =>
        warnings.Log((RelationalEventId.CommandError, LogLevel.Warning), (CoreEventId.SaveChangesFailed, LogLevel.Warning));

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
        if (!connection.ShouldSerialize("Maximum Pool Size"))
            connection.MaxPoolSize = Math.Max(MostConnections, connection.MinPoolSize);
        // the server plans each of the portal's statements once a connection, not every time
        if (!connection.ShouldSerialize("Max Auto Prepare"))
            (connection.MaxAutoPrepare, connection.AutoPrepareMinUsages) = (MostPrepared, 2);
        // nothing of a session is changed on a pooled connection, so there is nothing to clear, in seven statements, before each use
        if (!connection.ShouldSerialize("No Reset On Close"))
            connection.NoResetOnClose = true;
        return connection.ConnectionString;
    }
}
