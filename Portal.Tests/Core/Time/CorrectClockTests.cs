using NodaTime;
using Portal.Core.Time;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Time;

[Trait("Promise", "R5")]
public sealed class CorrectClockTests(PostgresDatabase postgres, SqliteDatabase sqlite) : IClassFixture<PostgresDatabase>, IClassFixture<SqliteDatabase>
{
    private static readonly Duration Close = Duration.FromSeconds(1);

    [Fact]
    public async Task Nodes_whose_clocks_differ_agree_on_the_time_of_their_database()
    {
        // as on a machine that is 90 seconds ahead, and one that is 90 behind
        var clocks = new[] { 90, -90 }.Select(seconds => new PortalClock { Offset = Duration.FromSeconds(seconds) }).ToList();
        await using var db = postgres.NewContext();

        foreach (var clock in clocks)
            await new CorrectClock(db, clock).RunAsync(default);

        var database = (await db.ReadClockAsync(default))!.Value;
        Assert.All(clocks, clock => Assert.InRange(clock.GetCurrentInstant() - database, -Close, Close));
    }

    [Fact]
    public async Task On_sqlite_the_machine_is_right()
    {
        var clock = new PortalClock();
        await using var db = sqlite.NewContext();

        Assert.Equal(Duration.Zero, await new CorrectClock(db, clock).RunAsync(default));
        Assert.Equal(Duration.Zero, clock.Offset);
    }

    [Fact]
    public void What_asks_for_a_time_provider_gets_the_corrected_time()
    {
        var clock = new FakeClock();

        Assert.Equal(clock.GetCurrentInstant().ToDateTimeOffset(), new PortalTimeProvider(clock).GetUtcNow());
    }
}
