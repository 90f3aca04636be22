using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Core.Persistence;

namespace Portal.Tests.Core.Persistence;

/// <summary>How the portal uses a PostgreSQL, and what of it the operator's connection string decides.</summary>
[Trait("Promise", "P5")]
public sealed class PostgresLimitsTests
{
    [Fact]
    public void Few_connections_are_shared_by_many()
    {
        Assert.Equal(Math.Max(8, 4 * Environment.ProcessorCount), Used("Host=db").MaxPoolSize);
        Assert.Equal(500, Used("Host=db;Minimum Pool Size=500").MaxPoolSize);
    }

    [Fact]
    public void What_the_connection_string_says_itself_stands()
    {
        var used = Used("Host=db;Maximum Pool Size=50;Timeout=9;Command Timeout=99;Max Auto Prepare=0");

        Assert.Equal((50, 9, 99, 0), (used.MaxPoolSize, used.Timeout, used.CommandTimeout, used.MaxAutoPrepare));
    }

    [Fact]
    [Trait("Promise", "R27")]
    public void Statements_given_up_on_every_connection_leave_threads_to_everybody_else()
    {
        new ServiceCollection().AddPortalDatabase(new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = "Host=db" });

        ThreadPool.GetMinThreads(out var threads, out _);
        Assert.True(threads >= Used("Host=db").MaxPoolSize + Environment.ProcessorCount, $"{threads} threads");
    }

    private static NpgsqlConnectionStringBuilder Used(string connectionString)
    {
        var options = new DbContextOptionsBuilder<PostgresPortalDbContext>();
        PersistenceServices.UsePostgres(options, connectionString);
        using var db = new PostgresPortalDbContext(options.Options);
        return new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
    }
}
