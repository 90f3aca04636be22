using Microsoft.EntityFrameworkCore;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

/// <summary>A meeting that needs all its hosts takes the time of each of them, or of none.</summary>
[Trait("Req", "C1")]
[Trait("Promise", "R1")]
public abstract class CollectiveMeetingTests(PortalDatabase database) : WorldTests(database)
{
    private const string Start = "2026-01-06T10:00";

    private Organization acme = null!;
    private PortalUser ada = null!;
    private PortalUser ben = null!;
    private MeetingType review = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        (ada, ben) = (await World.AddHostAsync(acme, "Ada"), await World.AddHostAsync(acme, "Ben"));
        review = await World.AddMeetingTypeAsync(acme, [ada, ben], type => type.Assignment = HostAssignment.Collective);
    }

    [Fact]
    public async Task Both_hosts_are_claimed_invited_and_have_it_on_their_agenda()
    {
        var meeting = await World.BookAsync(review, Start);

        Assert.Equal(Ordered(ada.Id, ben.Id), (await ClaimsAsync()).Select(claim => claim.HostId).Order());
        Assert.Equal(3, await World.ReadAsync(db => db.Outbox.CountAsync(mail => mail.BookingId == meeting.Id)));
        foreach (var host in new[] { ada, ben })
        {
            var agenda = await World.RunAsync((FindAgenda find) => find.RunAsync(new FindAgendaRequest(acme.Id, host.Id, World.Berlin), default));
            Assert.Equal(meeting.Id, agenda.Later.SelectMany(day => day.Meetings).Single().BookingId);
        }
    }

    [Fact]
    public async Task It_is_offered_only_when_both_are_free()
    {
        await World.BookAsync(await World.AddMeetingTypeAsync(acme, [ben]), Start);

        Assert.DoesNotContain("06T10:00", await World.OfferedAsync(review));
        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(review, Start));
        Assert.Single(await ClaimsAsync());
    }

    [Fact]
    public async Task It_is_not_offered_while_one_of_them_has_no_hours()
    {
        var newcomer = await World.AddMemberAsync(acme, MemberRole.Host, "Cem");
        var together = await World.AddMeetingTypeAsync(acme, [ada, newcomer], type => type.Assignment = HostAssignment.Collective);

        Assert.Empty(await World.OfferedAsync(together));
        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(together, Start));
    }

    [Fact]
    public async Task Cancelling_frees_both_and_moving_moves_both()
    {
        var meeting = await World.BookAsync(review, Start);
        var move = new RescheduleBookingRequest(acme.Id, meeting.Id, World.At("2026-01-06T11:00"), null, meeting.Visitor);
        Assert.IsType<RescheduleBookingOutcome.Moved>(await World.RunAsync((RescheduleBooking reschedule) => reschedule.RunAsync(move, default)));

        var moved = await ClaimsAsync();
        Assert.Equal(2, moved.Count);
        Assert.All(moved, claim => Assert.Equal(World.At("2026-01-06T11:00"), claim.StartsAt));

        await World.RunAsync((CancelBooking cancel) => cancel.RunAsync(new CancelBookingRequest(acme.Id, meeting.Id, null, meeting.Visitor), default));
        Assert.Empty(await ClaimsAsync());
    }

    [Fact]
    public async Task A_move_is_refused_when_only_one_of_them_is_free_then()
    {
        var meeting = await World.BookAsync(review, Start);
        await World.BookAsync(await World.AddMeetingTypeAsync(acme, [ben]), "2026-01-06T11:00");

        var move = new RescheduleBookingRequest(acme.Id, meeting.Id, World.At("2026-01-06T11:00"), null, ada.AsActor()) { OutsideOffer = true };
        var taken = Assert.IsType<RescheduleBookingOutcome.SlotTaken>(
            await World.RunAsync((RescheduleBooking reschedule) => reschedule.RunAsync(move, default)));

        Assert.DoesNotContain(taken.Open.Slots, slot => slot.Start == World.At("2026-01-06T11:00"));
    }

    [Fact]
    public async Task A_hold_keeps_the_time_of_all_of_them()
    {
        await World.HoldAsync(review, Start, Holder.Of("vera"));

        Assert.Equal(2, (await ClaimsAsync()).Count);
        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(await World.AddMeetingTypeAsync(acme, [ben]), Start));
        await World.BookAsync(review, Start, draft => draft.Holder = Holder.Of("vera"));
        Assert.Equal(2, (await ClaimsAsync()).Count);
    }

    [Fact]
    public async Task Two_types_that_name_the_same_hosts_in_opposite_order_never_wait_for_each_other()
    {
        var reversed = await World.AddMeetingTypeAsync(acme, [ben, ada], type => type.Assignment = HostAssignment.Collective);
        var starts = new[] { "09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "12:00", "12:30" };

        var outcomes = await Simultaneously.RunAsync(
        [
            .. starts.SelectMany(start => new[] { review, reversed, review, reversed }
                .Select<MeetingType, Func<Task<BookSlotOutcome>>>(type => () => World.TryBookAsync(type, $"2026-01-06T{start}"))),
        ]);

        Assert.Equal(starts.Length, outcomes.OfType<BookSlotOutcome.Booked>().Count());
        Assert.Equal(2 * starts.Length, (await ClaimsAsync()).Count);
    }

    private static IEnumerable<Guid> Ordered(params Guid[] ids) => ids.Order();

    private Task<List<TimeClaim>> ClaimsAsync() => World.ReadAsync(db =>
        db.TimeClaims.AsNoTracking().Where(claim => claim.OrganizationId == acme.Id).ToListAsync());
}

public sealed class CollectiveMeetingTests_on_Sqlite(SqliteDatabase database) : CollectiveMeetingTests(database), IClassFixture<SqliteDatabase>;

public sealed class CollectiveMeetingTests_on_Postgres(PostgresDatabase database) : CollectiveMeetingTests(database), IClassFixture<PostgresDatabase>;
