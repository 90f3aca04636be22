using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Availability;

/// <summary>What a visitor who went away still held is given back without anybody asking.</summary>
[Trait("Req", "F4"), Trait("Req", "F12")]
public abstract class ClearLapsedHoldsTests(PortalDatabase database) : WorldTests(database)
{
    private readonly Holder vera = Holder.Of($"vera {Guid.NewGuid()}");

    private Organization acme = null!;
    private MeetingType type = null!;
    private PortalUser ada = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme, "Ada", "2 09:00-12:00");
        type = await World.AddMeetingTypeAsync(acme, [ada]);
    }

    [Fact]
    public async Task A_hold_that_lapsed_is_removed_and_the_pages_of_its_host_learn_of_it()
    {
        await World.HoldAsync(type, "2026-01-06T10:00", vera);
        World.Clock.Advance(Duration.FromMinutes(5));
        var before = await CalendarVersionAsync();

        await SweepAsync();

        Assert.Equal(0, await CountClaimsAsync());
        Assert.Equal(before + 1, await CalendarVersionAsync());
    }

    [Fact]
    public async Task A_hold_that_stands_and_a_booking_stay()
    {
        await World.BookAsync(type, "2026-01-06T09:00");
        await World.HoldAsync(type, "2026-01-06T10:00", vera);
        World.Clock.Advance(Duration.FromMinutes(5) - Duration.FromSeconds(1));
        var before = await CalendarVersionAsync();

        await SweepAsync();

        Assert.Equal(2, await CountClaimsAsync());
        Assert.Equal(before, await CalendarVersionAsync());
    }

    [Fact]
    public async Task A_group_keeps_the_seats_that_are_booked()
    {
        type = await World.AddMeetingTypeAsync(acme, [ada], group => group.Capacity = 5);
        var booked = await World.BookAsync(type, "2026-01-06T10:00");
        await World.HoldAsync(type, "2026-01-06T10:00", vera);
        World.Clock.Advance(Duration.FromMinutes(6));

        await SweepAsync();

        var seat = Assert.Single(await World.ReadAsync(db => db.ClaimSeats.Where(row => row.Claim!.HostId == ada.Id).ToListAsync()));
        Assert.Equal(booked.Id, seat.BookingId);
    }

    [Fact]
    public async Task Two_nodes_that_sweep_at_once_remove_it_once()
    {
        await World.HoldAsync(type, "2026-01-06T10:00", vera);
        World.Clock.Advance(Duration.FromMinutes(5));
        var before = await CalendarVersionAsync();

        await Simultaneously.RunAsync(2, SweepAsync);

        Assert.Equal(before + 1, await CalendarVersionAsync());
    }

    private Task<int> SweepAsync() => World.RunAsync((ClearLapsedHolds sweep) => sweep.RunAsync(default));

    private Task<int> CountClaimsAsync() => World.ReadAsync(db => db.TimeClaims.CountAsync(row => row.HostId == ada.Id));

    private Task<long> CalendarVersionAsync() => World.ReadAsync(db =>
        db.HostSchedules.Where(row => row.HostId == ada.Id).Select(row => row.CalendarVersion).SingleAsync());
}

public sealed class ClearLapsedHoldsTests_on_Sqlite(SqliteDatabase database) : ClearLapsedHoldsTests(database), IClassFixture<SqliteDatabase>;

public sealed class ClearLapsedHoldsTests_on_Postgres(PostgresDatabase database) : ClearLapsedHoldsTests(database), IClassFixture<PostgresDatabase>;
