using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Core.Persistence;

public static class PersistenceServices
{
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
        .UseSqlite(connectionString, sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery))
        .AddInterceptors(new SqlitePragmas(), new SqliteLowerCase());

    public static void UsePostgres(DbContextOptionsBuilder builder, string connectionString) => builder
        .UseNpgsql(connectionString, npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SingleQuery));
}
