using Microsoft.Data.Sqlite;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Hosting;

/// <summary>What an operator does beside starting the portal.</summary>
[Trait("Req", "F12")]
public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [Trait("Promise", "R24")]
    public async Task A_database_is_migrated_backed_up_and_checked_from_the_command_line()
    {
        var (migrated, output, _) = await RunAsync("--migrate-only");
        Assert.Equal(0, migrated);
        Assert.Contains("The database is up to date", output, StringComparison.Ordinal);

        var (backedUp, _, _) = await RunAsync("--backup", folder.Combine("copy.db"));
        Assert.Equal(0, backedUp);

        var (twice, _, refusal) = await RunAsync("--backup", folder.Combine("copy.db"));
        Assert.Equal(1, twice);
        Assert.Contains("exists already", refusal, StringComparison.Ordinal);

        var (checkedIt, report, _) = await RunAsync("--restore-check", folder.Combine("copy.db"));
        Assert.Equal(0, checkedIt);
        Assert.Contains("The backup is sound.", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("needs the name of a file", "--backup")]
    [InlineData("needs the name of a file", "--restore-check", "--migrate-only")]
    [InlineData("one at a time", "--migrate-only", "--backup", "x.db")]
    public async Task A_command_that_cannot_be_meant_is_a_sentence(string words, params string[] arguments)
    {
        var (exitCode, _, error) = await RunAsync(arguments);

        Assert.Equal(1, exitCode);
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_migrate_at_once_wait_for_each_other()
    {
        var both = await Task.WhenAll(RunAsync("--migrate-only"), RunAsync("--migrate-only"));

        Assert.All(both, run => Assert.Equal(0, run.ExitCode));
        Assert.Single(both, run => run.Output.Contains("applied: 0.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_start_goes_on_where_a_killed_one_left_its_lock()
    {
        await using (var connection = new SqliteConnection($"Data Source={folder.Combine("portal.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00')
                """;
            await command.ExecuteNonQueryAsync();
        }

        var (exitCode, output, _) = await RunAsync("--migrate-only");

        Assert.Equal(0, exitCode);
        Assert.Contains("interrupted while it brought the database up to date", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_certificate_that_cannot_be_read_is_a_sentence()
    {
        await File.WriteAllTextAsync(folder.Combine("keys.pfx"), "no certificate");

        var (exitCode, _, error) = await RunAsync("--Portal:KeyCertificate:Path", folder.Combine("keys.pfx"));

        Assert.Equal(1, exitCode);
        Assert.Contains("Portal:KeyCertificate:Path", error, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        await using var portal = PortalProcess.StartIn(folder, "Production", arguments);
        return await portal.EndAsync();
    }
}
