using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

/// <summary>The same race in a database that does not refuse overlaps: what the tests with the guard are worth.</summary>
[Trait("Promise", "R1")]
public abstract class UnguardedBookingRaceTests(PortalDatabase database) : WorldTests(database)
{
    /// <summary>One round nearly always shows it; a machine with one busy core may need another.</summary>
    private const int Rounds = 5;

    [Fact]
    public async Task With_the_lock_alone_one_still_gets_the_slot()
    {
        var race = await SlotRace.PrepareAsync(World);

        Assert.Equal(1, await race.CountBookedAsync());
    }

    [Fact]
    public async Task With_neither_lock_nor_constraint_the_slot_is_booked_more_than_once()
    {
        await using var world = new World(World.Database, Unguarded.TakeNoLock);

        var most = 0;
        for (var round = 0; round < Rounds && most < 2; round++)
            most = Math.Max(most, await (await SlotRace.PrepareAsync(world)).CountBookedAsync());

        Assert.True(most > 1, $"{Rounds} rounds of {SlotRace.Visitors} visitors never booked a slot twice: the race does not see what it is for.");
    }

    public override Task InitializeAsync() => World.Database.DropHostTimeGuardAsync();
}

public sealed class UnguardedBookingRaceTests_on_Sqlite(SqliteDatabase database) : UnguardedBookingRaceTests(database), IClassFixture<SqliteDatabase>;

public sealed class UnguardedBookingRaceTests_on_Postgres(PostgresDatabase database) : UnguardedBookingRaceTests(database), IClassFixture<PostgresDatabase>;
