using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Tests.Support.Databases;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Jobs;

/// <summary>The jobs of two nodes on one PostgreSQL.</summary>
[Trait("Req", "F12"), Trait("Promise", "R23")]
public sealed class SharedScheduleTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task Two_nodes_share_one_schedule_and_the_one_that_stays_goes_on_with_it()
    {
        await using var one = NewNode();
        var other = NewNode();
        one.NewClient().Dispose();
        other.NewClient().Dispose();

        await UntilAsync(async () => await CountAsync("SELECT COUNT(DISTINCT instance_name)::int AS \"Value\" FROM qrtz_scheduler_state") == 2);
        Assert.Equal(1, await CountAsync("SELECT COUNT(DISTINCT sched_name)::int AS \"Value\" FROM qrtz_triggers"));
        Assert.Equal(0, await CountAsync("SELECT COUNT(*)::int AS \"Value\" FROM qrtz_triggers WHERE trigger_type <> 'CRON'"));

        await other.DisposeAsync();
        var runs = await RunsAsync();

        await UntilAsync(async () => await RunsAsync() > runs);
    }

    private PortalApp NewNode()
    {
        var node = new PortalApp { RunJobs = true };
        node.Settings["Database:Provider"] = nameof(DatabaseProvider.Postgres);
        node.Settings["Database:ConnectionString"] = database.Options.ConnectionString;
        return node;
    }

    private static async Task UntilAsync(Func<Task<bool>> happened)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await happened())
            await Task.Delay(200, limit.Token);
    }

    private async Task<int> CountAsync(string sql)
    {
        await using var db = database.NewContext();
        return await db.Database.SqlQueryRaw<int>(sql).SingleAsync();
    }

    /// <summary>When a job last ran, as a number that grows.</summary>
    private async Task<long> RunsAsync()
    {
        await using var db = database.NewContext();
        return await db.JobRuns.Select(run => (NodaTime.Instant?)run.StartedAt).MaxAsync() is { } last ? last.ToUnixTimeTicks() : 0;
    }
}
