using Microsoft.Data.Sqlite;
using Npgsql;
using Portal.Core.Persistence;

namespace Portal.Benchmarks.Bookings;

/// <summary>The least a database can be asked to keep: one small row, committed.</summary>
internal static class BareInserts
{
    private const string Create = "CREATE TABLE IF NOT EXISTS bare_rows (id text PRIMARY KEY, words text NOT NULL)";
    private const string Insert = "INSERT INTO bare_rows (id, words) VALUES (@id, 'a booking has some more to it')";

    public static Func<Task<bool>> Of(DatabaseOptions database) =>
        database.Provider == DatabaseProvider.Postgres ? OnPostgres(database.ConnectionString) : OnSqlite(database.ConnectionString);

    private static Func<Task<bool>> OnPostgres(string connectionString)
    {
        var source = NpgsqlDataSource.Create(connectionString + ";Max Auto Prepare=10;Auto Prepare Min Usages=1");
        using (var create = source.CreateCommand(Create))
            create.ExecuteNonQuery();
        return async () =>
        {
            await using var insert = source.CreateCommand(Insert);
            insert.Parameters.AddWithValue("id", Guid.NewGuid().ToString());
            await insert.ExecuteNonQueryAsync();
            return true;
        };
    }

    // one connection and a queue before it: the file takes one writer at a time
    private static Func<Task<bool>> OnSqlite(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using (var create = connection.CreateCommand())
        {
            create.CommandText = $"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; {Create}";
            create.ExecuteNonQuery();
        }

        var insert = connection.CreateCommand();
        insert.CommandText = Insert;
        var id = insert.Parameters.Add("@id", SqliteType.Text);
        var turn = new SemaphoreSlim(1);
        return async () =>
        {
            await turn.WaitAsync();
            try
            {
                id.Value = Guid.NewGuid().ToString();
                insert.ExecuteNonQuery();
                return true;
            }
            finally
            {
                turn.Release();
            }
        };
    }
}
