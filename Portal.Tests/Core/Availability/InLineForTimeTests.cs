using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Persistence;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Availability;

/// <summary>Somebody has the lock on a host's time for longer than anybody waits: who else comes, and what they wait for.</summary>
[Trait("Promise", "R1")]
public abstract class InLineForTimeTests(PortalDatabase database) : WorldTests(database)
{
    protected const string Start = "2026-01-06T10:00";

    // below what anybody in line waits
    protected static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(3);

    protected Organization Acme { get; private set; } = null!;

    protected MeetingType Type { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        Acme = await World.AddOrganizationAsync();
        Type = await World.AddMeetingTypeAsync(Acme, [await World.AddHostAsync(Acme)]);
    }

    [Fact]
    public async Task A_host_named_twice_is_waited_for_once()
    {
        var host = Type.Hosts[0].HostId;
        await using var db = World.Database.NewContext();

        await using var transaction = await db.LockHostTimeAsync([host, host], default).WaitAsync(AtOnce);
    }

    [Fact]
    public async Task Whoever_gives_up_leaves_the_line_to_those_who_come_after()
    {
        var host = Type.Hosts[0].HostId;
        await using var impatient = World.Database.NewContext();
        await using var next = World.Database.NewContext();
        Task<IDbContextTransaction> waiting = null!;
        await WhileLockedAsync(async () =>
        {
            using var leaves = new CancellationTokenSource();
            var left = impatient.LockHostTimeAsync([host], leaves.Token);
            waiting = next.LockHostTimeAsync([host], default);
            await leaves.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left.WaitAsync(AtOnce));
            Assert.False(waiting.IsCompleted);
        });

        await (await waiting.WaitAsync(AtOnce)).DisposeAsync();
        Assert.False(next.MustWaitForHostTime([host]));
    }

    protected async Task WhileLockedAsync(Func<Task> act)
    {
        await using var db = World.Database.NewContext();
        await using (await db.LockHostTimeAsync([Type.Hosts[0].HostId], default))
            await act();
    }
}

public sealed class InLineForTimeTests_on_Sqlite(SqliteDatabase database) : InLineForTimeTests(database), IClassFixture<SqliteDatabase>;

public sealed class InLineForTimeTests_on_Postgres(PostgresDatabase database) : InLineForTimeTests(database), IClassFixture<PostgresDatabase>
{
    private const int Connections = 2;

    [Fact]
    public async Task A_time_that_is_taken_is_refused_without_a_place_in_line()
    {
        await World.BookAsync(Type, Start);

        await WhileLockedAsync(async () =>
        {
            var lost = Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(Type, Start).WaitAsync(AtOnce));
            Assert.NotEmpty(lost.Nearest);
            Assert.IsType<HoldSlotOutcome.SlotTaken>(await World.HoldAsync(Type, Start, Holder.Of("another browser")).WaitAsync(AtOnce));
        });
    }

    [Fact]
    public async Task A_time_lost_to_another_node_is_not_offered_again()
    {
        await using var elsewhere = new World(World.Database);
        Assert.Contains("06T10:00", await World.OfferedAsync(Type));
        await elsewhere.BookAsync(Type, Start);

        await WhileLockedAsync(async () => Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(Type, Start).WaitAsync(AtOnce)));

        Assert.DoesNotContain("06T10:00", await World.OfferedAsync(Type));
    }

    [Fact]
    public async Task Who_wants_two_hosts_is_not_overtaken_by_who_wants_the_second()
    {
        var other = (await World.AddHostAsync(Acme)).Id;
        await using var both = World.Database.NewContext();
        await using var second = World.Database.NewContext();
        Task<IDbContextTransaction> first = null!, later = null!;
        await WhileLockedAsync(async () =>
        {
            first = both.LockHostTimeAsync([Type.Hosts[0].HostId, other], default);
            later = second.LockHostTimeAsync([other], default);
            await Task.Delay(200);
            Assert.False(later.IsCompleted);
        });

        await using (await first.WaitAsync(AtOnce))
            Assert.False(later.IsCompleted);
        await (await later.WaitAsync(AtOnce)).DisposeAsync();
    }

    [Fact]
    [Trait("Promise", "P5")]
    public async Task Who_stands_in_line_holds_no_connection()
    {
        await using var small = await WithFewConnectionsAsync();
        var other = await World.AddMeetingTypeAsync(Acme, [await World.AddHostAsync(Acme)]);

        await WhileLockedAsync(async () =>
        {
            var inLine = Enumerable.Range(0, 2 * Connections).Select(_ => small.TryBookAsync(Type, Start)).ToList();
            // until they are there
            await Task.Delay(1000);

            await small.BookAsync(other, Start).WaitAsync(AtOnce);

            Assert.DoesNotContain(inLine, booking => booking.IsCompleted);
            await Task.WhenAll(inLine.Select(booking => Record.ExceptionAsync(() => booking)));
        });
    }

    [Fact]
    [Trait("Promise", "R11")]
    public async Task A_form_that_was_sent_before_is_answered_without_a_place_in_line()
    {
        var key = Guid.NewGuid();
        var booked = await World.BookAsync(Type, Start, draft => draft.RequestKey = key);

        // on SQLite the link that answers it is one more thing to write
        await WhileLockedAsync(async () =>
        {
            var again = await World.TryBookAsync(Type, Start, draft => draft.RequestKey = key).WaitAsync(AtOnce);
            Assert.Equal(booked.Id, Assert.IsType<BookSlotOutcome.Booked>(again).BookingId);
        });
    }

    private async Task<World> WithFewConnectionsAsync()
    {
        var options = World.Database.Options;
        var usual = options.ConnectionString;
        options.ConnectionString = new NpgsqlConnectionStringBuilder(usual) { MaxPoolSize = Connections }.ConnectionString;
        try
        {
            var world = new World(World.Database);
            // it reads the connection string with its first context
            return await world.RunAsync((PortalDbContext _) => Task.FromResult(world));
        }
        finally
        {
            options.ConnectionString = usual;
        }
    }
}
