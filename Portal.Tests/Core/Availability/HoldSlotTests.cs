using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Availability;

/// <summary>An open form keeps its time for its visitor, for a while.</summary>
[Trait("Req", "F4")]
public abstract class HoldSlotTests(PortalDatabase database) : WorldTests(database)
{
    // the tests of a database share it: each has browsers of its own
    private readonly Holder vera = Holder.Of($"vera {Guid.NewGuid()}");
    private readonly Holder otto = Holder.Of($"otto {Guid.NewGuid()}");

    private Organization acme = null!;
    private MeetingType type = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        type = await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme, "Ada", "2 09:00-12:00")]);
    }

    [Fact]
    public async Task A_held_time_is_not_offered_to_others_but_to_its_holder_in_every_tab()
    {
        var held = Assert.IsType<HoldSlotOutcome.Held>(await World.HoldAsync(type, "2026-01-06T10:00", vera));

        Assert.Equal(World.Now + Duration.FromMinutes(5), held.Until);
        Assert.DoesNotContain("06T10:00", await World.OfferedAsync(type));
        Assert.DoesNotContain("06T10:00", await World.OfferedAsync(type, otto));
        Assert.Contains("06T10:00", await World.OfferedAsync(type, vera));
        Assert.IsType<HoldSlotOutcome.SlotTaken>(await World.HoldAsync(type, "2026-01-06T10:00", otto));
        Assert.IsType<HoldSlotOutcome.Held>(await World.HoldAsync(type, "2026-01-06T10:00", vera));
    }

    [Fact]
    public async Task Only_its_holder_can_book_a_held_time_and_the_booking_uses_the_hold_up()
    {
        await World.HoldAsync(type, "2026-01-06T10:00", vera);

        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(type, "2026-01-06T10:00"));
        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(type, "2026-01-06T10:00", draft => draft.Holder = otto));
        var meeting = await World.BookAsync(type, "2026-01-06T10:00", draft => draft.Holder = vera);

        var seat = Assert.Single(await SeatsAsync());
        Assert.Equal((meeting.Id, null, null), (seat.BookingId, seat.HolderKey, seat.HeldUntil));
    }

    [Fact]
    public async Task A_hold_lapses_to_the_second()
    {
        await World.HoldAsync(type, "2026-01-06T10:00", vera);

        World.Clock.Advance(Duration.FromMinutes(5) - Duration.FromSeconds(1));
        Assert.DoesNotContain("06T10:00", await World.OfferedAsync(type));
        World.Clock.Advance(Duration.FromSeconds(1));
        Assert.Contains("06T10:00", await World.OfferedAsync(type));

        Assert.IsType<HoldSlotOutcome.Held>(await World.HoldAsync(type, "2026-01-06T10:00", otto));
        Assert.Equal(otto.Key, Assert.Single(await SeatsAsync()).HolderKey);
    }

    [Fact]
    public async Task Its_length_is_the_organisations_setting()
    {
        await World.ChangeAsync(db => db.Organizations.Where(row => row.Id == acme.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(organization => organization.HoldLength, Duration.FromMinutes(12))));

        var held = Assert.IsType<HoldSlotOutcome.Held>(await World.HoldAsync(type, "2026-01-06T10:00", vera));

        Assert.Equal(World.Now + Duration.FromMinutes(12), held.Until);
    }

    [Fact]
    public async Task Leaving_gives_it_back_at_once_and_nobody_else_can_give_it_back()
    {
        await World.HoldAsync(type, "2026-01-06T10:00", vera);
        await World.HoldAsync(type, "2026-01-06T11:00", vera);

        await ReleaseAsync(otto, "2026-01-06T10:00");
        Assert.Equal(2, (await SeatsAsync()).Count);
        await ReleaseAsync(vera, "2026-01-06T10:00");

        Assert.Contains("06T10:00", await World.OfferedAsync(type));
        Assert.DoesNotContain("06T11:00", await World.OfferedAsync(type));
        Assert.Equal(1, await World.ReadAsync(db => db.TimeClaims.CountAsync(claim => claim.OrganizationId == acme.Id)));
    }

    [Fact]
    public async Task A_booking_is_never_given_back_by_leaving_the_form()
    {
        await World.HoldAsync(type, "2026-01-06T10:00", vera);
        var meeting = await World.BookAsync(type, "2026-01-06T10:00", draft => draft.Holder = vera);

        await ReleaseAsync(vera, "2026-01-06T10:00");

        Assert.Equal(meeting.Id, Assert.Single(await SeatsAsync()).BookingId);
    }

    [Fact]
    public async Task A_time_that_overlaps_ones_own_hold_replaces_it()
    {
        var longer = await World.AddMeetingTypeAsync(acme, type.Hosts.Select(host => new PortalUser { Id = host.HostId, DisplayName = "" }).ToList(),
            one => (one.Length, one.Increment) = (Duration.FromMinutes(60), Duration.FromMinutes(30)));
        await World.HoldAsync(type, "2026-01-06T10:00", vera);

        Assert.IsType<HoldSlotOutcome.SlotTaken>(await World.HoldAsync(longer, "2026-01-06T09:30", otto));
        Assert.IsType<HoldSlotOutcome.Held>(await World.HoldAsync(longer, "2026-01-06T09:30", vera));

        Assert.Single(await SeatsAsync());
    }

    [Fact]
    public async Task One_browser_holds_only_a_few_times_and_may_renew_each()
    {
        foreach (var time in new[] { "09:00", "09:30", "10:00" })
            Assert.IsType<HoldSlotOutcome.Held>(await World.HoldAsync(type, $"2026-01-06T{time}", vera));

        Assert.IsType<HoldSlotOutcome.HoldsEnough>(await World.HoldAsync(type, "2026-01-06T10:30", vera));
        Assert.IsType<HoldSlotOutcome.Held>(await World.HoldAsync(type, "2026-01-06T09:30", vera));
        Assert.Contains("06T10:30", await World.OfferedAsync(type));
    }

    [Fact]
    public async Task What_is_not_offered_cannot_be_held()
    {
        Assert.IsType<HoldSlotOutcome.SlotTaken>(await World.HoldAsync(type, "2026-01-06T10:10", vera));
        Assert.IsType<HoldSlotOutcome.SlotTaken>(await World.HoldAsync(type, "2026-01-06T13:00", vera));
        await World.ChangeAsync(db => db.MeetingTypes.Where(row => row.Id == type.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.Visibility, MeetingTypeVisibility.Hidden)));
        Assert.IsType<HoldSlotOutcome.MeetingTypeNotFound>(await World.HoldAsync(type, "2026-01-06T10:00", vera));
    }

    [Fact]
    [Trait("Promise", "R1")]
    public async Task Of_32_browsers_that_hold_one_time_at_once_one_gets_it()
    {
        var number = 0;
        var outcomes = await Simultaneously.RunAsync(32, () =>
            World.HoldAsync(type, "2026-01-06T10:00", Holder.Of($"browser {Interlocked.Increment(ref number)}")));

        Assert.Single(outcomes.OfType<HoldSlotOutcome.Held>());
        Assert.Equal(31, outcomes.OfType<HoldSlotOutcome.SlotTaken>().Count());
    }

    private Task<List<ClaimSeat>> SeatsAsync() => World.ReadAsync(db =>
        db.ClaimSeats.AsNoTracking().Where(seat => seat.Claim!.OrganizationId == acme.Id).ToListAsync());

    private Task<bool> ReleaseAsync(Holder holder, string at) => World.RunAsync(async (ReleaseHold release) =>
    {
        await release.RunAsync(holder, World.At(at), default);
        return true;
    });
}

public sealed class HoldSlotTests_on_Sqlite(SqliteDatabase database) : HoldSlotTests(database), IClassFixture<SqliteDatabase>;

public sealed class HoldSlotTests_on_Postgres(PostgresDatabase database) : HoldSlotTests(database), IClassFixture<PostgresDatabase>;
