using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Persistence;

/// <summary>A database in trouble: what passes is tried again, a bounded number of times, and never half done.</summary>
[Trait("Promise", "R27")]
public abstract class RepetitionTests(PortalDatabase database) : WorldTests(database)
{
    protected const string Start = "2026-01-06T10:00";

    protected MeetingType Type { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        var acme = await World.AddOrganizationAsync();
        Type = await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme)]);
    }

    public static TheoryData<string> Collisions => new("deadlock", "serialization", "locked", "connection", "restart");

    [Theory]
    [MemberData(nameof(Collisions))]
    public async Task What_collides_once_is_done_at_the_second_try(string trouble)
    {
        World.BeforeNextSave = () => throw ExceptionOf(trouble);

        Assert.IsType<BookSlotOutcome.Booked>(await World.TryBookAsync(Type, Start));

        Assert.Equal((1, 1, 2), await CountAsync());
    }

    [Theory]
    [InlineData("deadlock", 6)]
    [InlineData("lock timeout", 2)]
    [InlineData("disk full", 1)]
    public async Task What_never_works_is_given_up_after_a_few_tries_and_left_nothing_behind(string trouble, int tries)
    {
        var tried = 0;
        Task Fail()
        {
            tried++;
            World.BeforeNextSave = Fail;
            throw ExceptionOf(trouble);
        }

        World.BeforeNextSave = Fail;
        var given = await Assert.ThrowsAsync<DatabaseBusyException>(() => World.TryBookAsync(Type, Start));
        World.BeforeNextSave = null;

        Assert.Equal(tries, tried);
        Assert.False(given.MayBeDone);
        Assert.Equal((0, 0, 0), await CountAsync());
        await World.BookAsync(Type, Start);
    }

    [Fact]
    public async Task A_bug_is_not_tried_again()
    {
        World.BeforeNextSave = () => throw new InvalidOperationException("a bug");

        await Assert.ThrowsAsync<InvalidOperationException>(() => World.TryBookAsync(Type, Start));

        Assert.Equal((0, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task Whoever_waits_for_a_host_s_time_too_long_is_told_so()
    {
        await using var other = World.Database.NewContext();
        var hosts = await World.ReadAsync(db => db.MeetingTypes.Where(row => row.Id == Type.Id).SelectMany(row => row.Hosts).Select(row => row.HostId).ToListAsync());
        await using (await other.LockHostTimeAsync(hosts, default))
        {
            var watch = Stopwatch.StartNew();

            await Assert.ThrowsAsync<DatabaseBusyException>(() => World.TryBookAsync(Type, Start));

            Assert.InRange(watch.Elapsed.TotalSeconds, 2, 20);
        }

        await World.BookAsync(Type, Start);
    }

    private static Exception ExceptionOf(string trouble) => trouble switch
    {
        "deadlock" => new DbUpdateException("", Postgres(PostgresErrorCodes.DeadlockDetected)),
        "serialization" => new InvalidOperationException("", new DbUpdateException("", Postgres(PostgresErrorCodes.SerializationFailure))),
        "locked" => new DbUpdateException("", new SqliteException("locked", 6)),
        "connection" => new NpgsqlException("", new IOException("broken pipe")),
        "restart" => Postgres(PostgresErrorCodes.AdminShutdown),
        "lock timeout" => Postgres(PostgresErrorCodes.LockNotAvailable),
        "disk full" => new DbUpdateException("", new SqliteException("full", 13)),
        _ => throw new ArgumentOutOfRangeException(nameof(trouble)),
    };

    private static PostgresException Postgres(string state) => new("the test asked for it", "ERROR", "ERROR", state);

    protected Task<(int Bookings, int Claims, int Messages)> CountAsync() => World.ReadAsync(async db => (
        await db.Bookings.CountAsync(row => row.OrganizationId == Type.OrganizationId),
        await db.TimeClaims.CountAsync(row => row.OrganizationId == Type.OrganizationId),
        await db.Outbox.CountAsync(row => row.OrganizationId == Type.OrganizationId)));
}

public sealed class RepetitionTests_on_Sqlite(SqliteDatabase database) : RepetitionTests(database), IClassFixture<SqliteDatabase>
{
    [Fact]
    public async Task A_full_disk_refuses_a_booking_and_keeps_no_half_of_it()
    {
        var disk = new SmallDisk();
        await using var world = new World(World.Database, services => services.ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(disk)));
        disk.IsFull = true;

        // an answer of the longest kind needs pages the disk does not have
        var given = await Assert.ThrowsAsync<DatabaseBusyException>(() => world.TryBookAsync(Type, Start, draft => draft.Notes = new string('x', 100_000)));
        disk.IsFull = false;

        Assert.Equal(DatabaseTrouble.OutOfOrder, given.Trouble);
        Assert.Equal((0, 0, 0), await CountAsync());
        await world.BookAsync(Type, Start);
    }

    /// <summary>One that has no page more than the file takes already.</summary>
    private sealed class SmallDisk : DbConnectionInterceptor
    {
        public bool IsFull { get; set; }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA max_page_count = {(IsFull ? 1 : 1_000_000)}";
            await command.ExecuteScalarAsync(cancellationToken);
        }
    }
}

public sealed class RepetitionTests_on_Postgres(PostgresDatabase database) : RepetitionTests(database), IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task A_booking_goes_through_when_the_server_has_thrown_every_connection_out()
    {
        await World.BookAsync(Type, Start);
        await World.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"));

        await World.BookAsync(Type, "2026-01-06T11:00");
    }
}
