using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Operations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Operations;

/// <summary>What nodes and jobs leave in the database, and what an admin is told of it.</summary>
[Trait("Req", "F12")]
public abstract class HealthTests(PortalDatabase database) : WorldTests(database)
{
    private readonly string job = $"job-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_node_is_there_from_its_first_word_and_silent_when_its_patience_is_over()
    {
        await AnnounceAsync();
        Assert.False((await FindThisAsync())!.IsSilent);
        World.Clock.Advance(Node.Patience + Duration.FromSeconds(1));
        Assert.True((await FindThisAsync())!.IsSilent);

        await AnnounceAsync();

        Assert.False((await FindThisAsync())!.IsSilent);
    }

    [Fact]
    [Trait("Promise", "R23")]
    public async Task A_node_that_drains_says_so_and_one_that_ended_is_gone()
    {
        await World.RunAsync((ThisNode node) =>
        {
            node.Drain(World.Now);
            return Task.FromResult(true);
        });
        await AnnounceAsync();
        Assert.True((await FindThisAsync())!.IsDraining);

        await World.RunAsync(async (RetireNode retire) =>
        {
            await retire.RunAsync(default);
            return true;
        });

        Assert.Null(await FindThisAsync());
    }

    [Fact]
    public async Task The_last_run_of_a_job_is_kept_and_so_is_its_last_failure()
    {
        var first = World.Now;
        await RecordAsync(done: 3);
        World.Clock.Advance(Duration.FromMinutes(1));
        var failed = World.Now;
        await RecordAsync(done: 0, "TimeoutException: the mail server of ada@acme.test is away");
        World.Clock.Advance(Duration.FromMinutes(1));
        await RecordAsync(done: 0);

        var run = await FindRunAsync();
        Assert.Equal((World.Now, first, failed), (run.StartedAt, run.DidAt!.Value, run.FailedAt!.Value));
        Assert.Equal("TimeoutException: the mail server of …@acme.test is away", run.Failure);
    }

    [Fact]
    public async Task Two_nodes_that_record_the_first_run_at_once_leave_one_row()
    {
        await Simultaneously.RunAsync(4, () => RecordAsync(done: 1));

        Assert.Equal(1, (await FindRunAsync()).Done);
    }

    private Task<bool> AnnounceAsync() => World.RunAsync(async (AnnounceNode announce) =>
    {
        await announce.RunAsync(default);
        return true;
    });

    private Task<bool> RecordAsync(int done, string? failure = null) => World.RunAsync(async (RecordJobRun record) =>
    {
        await record.RunAsync(new RecordJobRunRequest(job, World.Now, 12, done, failure), default);
        return true;
    });

    private Task<JobRun> FindRunAsync() => World.ReadAsync(db => db.JobRuns.SingleAsync(run => run.Job == job));

    private async Task<NodeHealth?> FindThisAsync() =>
        (await World.RunAsync((FindHealth find) => find.RunAsync(Guid.NewGuid(), default))).Nodes.SingleOrDefault(node => node.IsThis);
}

public sealed class HealthTests_on_Sqlite(SqliteDatabase database) : HealthTests(database), IClassFixture<SqliteDatabase>;

public sealed class HealthTests_on_Postgres(PostgresDatabase database) : HealthTests(database), IClassFixture<PostgresDatabase>;
