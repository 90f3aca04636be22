using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Tests.Web.Pages;

/// <summary>
/// What a page costs does not grow with what others have stored: SQLite finds every row it reads by an index. Its planner
/// goes by the statement alone, so that an almost empty database tells what a large one would do.
/// </summary>
[Trait("Promise", "P6")]
public sealed partial class QueryPlanTests(StaffApp app) : IClassFixture<StaffApp>
{
    // as many as there are nodes and jobs, or rows of calls that run now
    private static readonly string[] Small = ["Nodes", "JobRuns", "CallSeats", "CallMessages", "DataProtectionKeys"];

    [Theory]
    [InlineData("/dashboard")]
    [InlineData("/dashboard/waiting")]
    [InlineData("/dashboard/calendar")]
    [InlineData("/dashboard/calendar?view=month")]
    [InlineData("/dashboard/availability")]
    [InlineData("/dashboard/sessions")]
    [InlineData("/dashboard/profile")]
    [InlineData("/admin/bookings")]
    [InlineData("/admin/bookings?status=confirmed")]
    [InlineData("/admin/meeting-types")]
    [InlineData("/admin/meeting-types/new")]
    [InlineData("/admin/outbox")]
    [InlineData("/admin/settings/booking")]
    [InlineData("/book/acme")]
    [InlineData(VisitorApp.IntroCall)]
    public async Task No_page_reads_a_table_from_end_to_end(string page)
    {
        using var client = await app.SignInAsync(StaffApp.Owner);

        var response = await client.GetAsync(page);

        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}");
        var scans = await ScansAsync(app.QueriesOf(response));
        Assert.True(scans.Count == 0, string.Join("\n\n", scans));
    }

    [Fact]
    public async Task A_table_that_is_read_from_end_to_end_is_noticed() =>
        Assert.Single(await ScansAsync(["SELECT b.\"Id\" FROM \"Bookings\" AS \"b\" WHERE \"b\".\"Notes\" = @notes"]));

    private Task<List<string>> ScansAsync(IEnumerable<string> statements) => app.RunAsync(async (PortalDbContext db) =>
    {
        await db.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        List<string> scans = [];
        foreach (var statement in statements.Where(text => Select().IsMatch(text)))
        {
            var tables = Named().Matches(statement).ToLookup(match => match.Groups["alias"].Value, match => match.Groups["table"].Value);
            using var command = connection.CreateCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN {statement}";
            foreach (var name in Parameter().Matches(statement).Select(match => match.Value).Distinct())
                command.Parameters.AddWithValue(name, DBNull.Value);
            using var plan = await command.ExecuteReaderAsync();
            while (await plan.ReadAsync())
                if (Scan().Match(plan.GetString(3)) is { Success: true } scan && tables[scan.Groups["alias"].Value].Except(Small).Any())
                    scans.Add($"{plan.GetString(3)}\n{statement}");
        }

        return scans;
    });

    [GeneratedRegex("^\\s*SELECT\\b")]
    private static partial Regex Select();

    [GeneratedRegex("\"(?<table>\\w+)\" AS \"(?<alias>\\w+)\"")]
    private static partial Regex Named();

    [GeneratedRegex("@\\w+")]
    private static partial Regex Parameter();

    [GeneratedRegex("^SCAN (?<alias>\\w+)")]
    private static partial Regex Scan();
}
