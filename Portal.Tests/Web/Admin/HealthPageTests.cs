using System.Net;
using NodaTime;
using Portal.Core.Operations;
using Portal.Tests.Support.Http;
using Portal.Web.Jobs;

namespace Portal.Tests.Web.Admin;

/// <summary>Where an admin sees that the portal does its work.</summary>
[Trait("Req", "F12")]
public sealed class HealthPageTests : IAsyncLifetime
{
    private const string Page = "/admin/health";

    private readonly StaffApp app = new();
    private PortalClient emil = null!;

    [Fact]
    public async Task Every_job_is_there_with_its_last_and_its_next_run()
    {
        await RecordAsync(nameof(OutboxJob), done: 3);

        var page = await ReadAsync();

        Assert.All(PortalJobs.All, job => Assert.Contains(job.Title, page, StringComparison.Ordinal));
        Assert.Contains("3 sent", page, StringComparison.Ordinal);
        Assert.Contains("in 2 seconds", page, StringComparison.Ordinal);
        Assert.Contains("has not run yet", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_job_whose_time_has_long_passed_is_late_and_one_that_failed_says_why()
    {
        await RecordAsync(nameof(DoorJob), done: 0);
        app.Time.Advance(Duration.FromMinutes(3));
        await RecordAsync(nameof(OutboxJob), done: 0, "SqliteException: database is locked");

        var rows = (await emil.GetDocumentAsync(Page)).QuerySelectorAll(".health-rows > li").Select(row => row.TextContent).ToList();

        Assert.Contains(rows, row => row.Contains("Clear the waiting rooms", StringComparison.Ordinal) && row.Contains("Late", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Send mail", StringComparison.Ordinal) && row.Contains("Failed", StringComparison.Ordinal)
            && row.Contains("just now: SqliteException: database is locked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nodes_database_and_time_zones_are_named()
    {
        var page = await ReadAsync();

        Assert.Contains(System.Environment.MachineName, page, StringComparison.Ordinal);
        Assert.Contains("Serves", page, StringComparison.Ordinal);
        Assert.Contains("SQLite", page, StringComparison.Ordinal);
        Assert.Matches("20[0-9][0-9][a-z]", page);
    }

    [Fact]
    public async Task It_is_for_admins_only()
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);
        using var nobody = app.NewClient();

        Assert.Equal(HttpStatusCode.Forbidden, (await mara.GetAsync(Page)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(Page)).StatusCode);
    }

    [Fact]
    [Trait("Promise", "R24")]
    public async Task Mail_that_is_held_back_is_said_to_admins_on_every_page_and_to_nobody_else()
    {
        await using var copy = new StaffApp();
        copy.Settings["Mail:Transport"] = "Held";
        using var admin = await copy.SignInAsync(StaffApp.Admin);
        using var host = await copy.SignInAsync(StaffApp.Mara);

        Assert.Contains("Mail is held back", await admin.Http.GetStringAsync(new Uri("/dashboard", UriKind.Relative)), StringComparison.Ordinal);
        Assert.DoesNotContain("Mail is held back", await host.Http.GetStringAsync(new Uri("/dashboard", UriKind.Relative)), StringComparison.Ordinal);
        Assert.DoesNotContain("Mail is held back", await emil.Http.GetStringAsync(new Uri("/dashboard", UriKind.Relative)), StringComparison.Ordinal);
    }

    public async Task InitializeAsync() => emil = await app.SignInAsync(StaffApp.Admin);

    public async Task DisposeAsync()
    {
        emil.Dispose();
        await app.DisposeAsync();
    }

    private async Task<string> ReadAsync() => (await emil.GetDocumentAsync(Page)).QuerySelector("main")!.TextContent;

    private Task<bool> RecordAsync(string job, int done, string? failure = null) => app.RunAsync(async (RecordJobRun record) =>
    {
        await record.RunAsync(new RecordJobRunRequest(job, app.Time.GetCurrentInstant(), 40, done, failure), default);
        return true;
    });
}
