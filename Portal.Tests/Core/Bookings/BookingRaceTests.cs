using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

[Trait("Promise", "R1")]
[Trait("Req", "F4")]
public abstract class BookingRaceTests(PortalDatabase database) : WorldTests(database)
{
    [Fact]
    public async Task Of_64_visitors_who_take_one_slot_at_once_one_gets_it_and_the_others_hear_the_nearest_times()
    {
        var race = await SlotRace.PrepareAsync(World);

        var outcomes = await race.RunAsync();

        Assert.Single(outcomes.OfType<BookSlotOutcome.Booked>());
        var refused = outcomes.OfType<BookSlotOutcome.SlotTaken>().ToList();
        Assert.Equal(SlotRace.Visitors - 1, refused.Count);
        Assert.All(refused, outcome => Assert.Equal(race.TimesBeside, outcome.Nearest.Select(slot => slot.Start)));
        Assert.Equal(1, await race.CountClaimsAsync());
        Assert.Equal(2, await World.ReadAsync(db => db.Outbox.CountAsync(message => message.OrganizationId == race.Type.OrganizationId)));
    }

    [Fact]
    public async Task Without_the_lock_the_database_alone_still_lets_one_through()
    {
        await using var world = new World(World.Database, Unguarded.TakeNoLock);
        var race = await SlotRace.PrepareAsync(world);

        var booked = await race.CountBookedAsync();

        Assert.Equal(1, booked);
        Assert.Equal(1, await race.CountClaimsAsync());
    }
}

public sealed class BookingRaceTests_on_Sqlite(SqliteDatabase database) : BookingRaceTests(database), IClassFixture<SqliteDatabase>;

public sealed class BookingRaceTests_on_Postgres(PostgresDatabase database) : BookingRaceTests(database), IClassFixture<PostgresDatabase>;
