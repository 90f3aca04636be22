using Npgsql;

namespace Portal.Tests.Support.Databases;

/// <summary>The private server that test.sh starts.</summary>
public static class PostgresServer
{
    public const string Variable = "PORTAL_TEST_POSTGRES";

    public static string ConnectionString(string database)
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrWhiteSpace(server))
            throw new InvalidOperationException(
                $"The tests on PostgreSQL need a server. Run ./test.sh, which starts a private one, or set {Variable} to the connection string of one whose databases may be created and dropped.");
        return new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString;
    }

    /// <summary>Runs a statement about databases as a whole, in the server's own database.</summary>
    public static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
