using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Portal.Core.Persistence;

/// <summary>For <c>dotnet ef</c> only: it needs the model of each database, never a connection.</summary>
internal sealed class DesignTimeSqliteContext : IDesignTimeDbContextFactory<SqlitePortalDbContext>
{
    public SqlitePortalDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqlitePortalDbContext>();
        PersistenceServices.UseSqlite(builder, "Data Source=:memory:");
        return new SqlitePortalDbContext(builder.Options);
    }
}

/// <inheritdoc cref="DesignTimeSqliteContext"/>
internal sealed class DesignTimePostgresContext : IDesignTimeDbContextFactory<PostgresPortalDbContext>
{
    public PostgresPortalDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PostgresPortalDbContext>();
        PersistenceServices.UsePostgres(builder, "Host=localhost;Database=portal");
        return new PostgresPortalDbContext(builder.Options);
    }
}
