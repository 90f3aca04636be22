using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Scheduling;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

/// <summary>What the meeting type lets its visitors do afterwards, and that staff are not bound by it.</summary>
[Trait("Req", "F3")]
public abstract class VisitorPolicyTests(PortalDatabase database) : WorldTests(database)
{
    private const string Start = "2026-01-06T10:00";

    private Organization acme = null!;
    private PortalUser ada = null!;
    private MeetingType type = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme);
        type = await World.AddMeetingTypeAsync(acme, [ada], type => type.Policy = new MeetingPolicy
        {
            CancelUntil = Duration.FromHours(4),
            MoveUntil = Duration.FromHours(6),
            MostMoves = 1,
            ReasonRequired = true,
            MostUpcomingPerEmail = 2,
        });
    }

    [Fact]
    public async Task A_visitor_cancels_until_the_cut_off_and_not_from_it_on()
    {
        var (early, late) = (await World.BookAsync(type, Start), await World.BookAsync(type, "2026-01-06T10:30"));
        World.Clock.Set(World.At(Start) - Duration.FromHours(4) - Duration.FromSeconds(1));
        Assert.IsType<CancelBookingOutcome.Cancelled>(await CancelAsync(early, early.Visitor, "Ill"));

        World.Clock.Set(World.At("2026-01-06T06:30"));
        var refused = Assert.IsType<CancelBookingOutcome.TooLateToCancel>(await CancelAsync(late, late.Visitor, "Ill"));

        Assert.Equal(World.At("2026-01-06T06:30"), refused.Until);
        Assert.Equal(BookingStatus.Confirmed, (await World.FindBookingAsync(late.Id)).Status);
        Assert.IsType<CancelBookingOutcome.Cancelled>(await CancelAsync(late, ada.AsActor(), null));
    }

    [Fact]
    public async Task A_visitor_moves_until_the_cut_off_and_not_from_it_on()
    {
        var meeting = await World.BookAsync(type, Start);
        World.Clock.Set(World.At(Start) - Duration.FromHours(6));

        var refused = Assert.IsType<RescheduleBookingOutcome.TooLateToMove>(await MoveAsync(meeting, "2026-01-06T11:00", meeting.Visitor, "Train"));

        Assert.Equal(World.At(Start) - Duration.FromHours(6), refused.Until);
        Assert.IsType<RescheduleBookingOutcome.Moved>(await MoveAsync(meeting, "2026-01-06T11:00", ada.AsActor(), null));
    }

    [Fact]
    public async Task A_visitor_moves_only_so_often_and_what_staff_move_does_not_count()
    {
        var meeting = await World.BookAsync(type, Start);
        Assert.IsType<RescheduleBookingOutcome.Moved>(await MoveAsync(meeting, "2026-01-06T11:00", ada.AsActor(), null));
        Assert.IsType<RescheduleBookingOutcome.Moved>(await MoveAsync(meeting, "2026-01-06T12:00", meeting.Visitor, "Train"));

        var refused = Assert.IsType<RescheduleBookingOutcome.NoMovesLeft>(await MoveAsync(meeting, "2026-01-06T13:00", meeting.Visitor, "Train"));

        Assert.Equal(1, refused.Most);
        Assert.Equal(World.At("2026-01-06T12:00"), (await World.FindBookingAsync(meeting.Id)).StartsAt);
    }

    [Fact]
    public async Task A_visitor_gives_a_reason_where_one_is_asked_for_and_it_is_kept()
    {
        var meeting = await World.BookAsync(type, Start);

        Assert.IsType<CancelBookingOutcome.ReasonMissing>(await CancelAsync(meeting, meeting.Visitor, "  "));
        Assert.IsType<RescheduleBookingOutcome.ReasonMissing>(await MoveAsync(meeting, "2026-01-06T11:00", meeting.Visitor, null));
        await MoveAsync(meeting, "2026-01-06T11:00", meeting.Visitor, "Train");

        Assert.Contains("Train", await World.ReadAsync(db =>
            db.AuditEntries.Where(entry => entry.BookingId == meeting.Id && entry.Action == "booking.moved").Select(entry => entry.Detail).ToListAsync()));
    }

    [Fact]
    public async Task One_address_has_only_so_many_to_come_however_it_is_typed()
    {
        await World.BookAsync(type, Start);
        var second = await World.BookAsync(type, "2026-01-06T11:00", draft => draft.Email = "VERA@visitor.test");

        var refused = Assert.IsType<BookSlotOutcome.TooManyUpcoming>(await World.TryBookAsync(type, "2026-01-06T12:00"));
        Assert.Equal(2, refused.Most);
        await World.BookAsync(type, "2026-01-06T12:00", draft => draft.Email = "otto@visitor.test");

        await CancelAsync(second, second.Visitor, "Ill");
        await World.BookAsync(type, "2026-01-06T13:00");
    }

    [Fact]
    public async Task Of_many_at_once_from_one_address_only_so_many_get_through()
    {
        var minute = 0;
        var outcomes = await Simultaneously.RunAsync(12, () =>
            World.TryBookAsync(type, World.At("2026-01-06T09:00") + Duration.FromMinutes(30 * Interlocked.Increment(ref minute))));

        Assert.Equal(2, outcomes.OfType<BookSlotOutcome.Booked>().Count());
        Assert.Equal(10, outcomes.OfType<BookSlotOutcome.TooManyUpcoming>().Count());
    }

    [Fact]
    public async Task Staff_are_warned_of_a_time_outside_the_offer_and_may_have_it_all_the_same()
    {
        var meeting = await World.BookAsync(type, Start);

        var warned = Assert.IsType<RescheduleBookingOutcome.OutsideOffer>(await MoveAsync(meeting, "2026-01-06T20:10", ada.AsActor(), null));
        Assert.Contains(warned.Reasons, reason => reason.Kind == ReasonKind.OutsideHours);
        Assert.Equal(World.At(Start), (await World.FindBookingAsync(meeting.Id)).StartsAt);

        Assert.IsType<RescheduleBookingOutcome.Moved>(await MoveAsync(meeting, "2026-01-06T20:10", ada.AsActor(), null, outside: true));
        Assert.Equal(World.At("2026-01-06T20:10"), (await World.FindBookingAsync(meeting.Id)).StartsAt);
    }

    [Fact]
    public async Task Not_even_staff_get_a_time_that_is_taken_or_past_and_a_visitor_none_outside_the_offer()
    {
        var meeting = await World.BookAsync(type, Start);
        await World.BookAsync(type, "2026-01-06T11:00", draft => draft.Email = "otto@visitor.test");

        Assert.IsType<RescheduleBookingOutcome.SlotTaken>(await MoveAsync(meeting, "2026-01-06T11:10", ada.AsActor(), null, outside: true));
        Assert.IsType<RescheduleBookingOutcome.SlotTaken>(await MoveAsync(meeting, "2026-01-05T07:00", ada.AsActor(), null, outside: true));
        Assert.IsType<RescheduleBookingOutcome.SlotTaken>(await MoveAsync(meeting, "2026-01-06T20:10", meeting.Visitor, "Train", outside: true));
        Assert.Equal(World.At(Start), (await World.FindBookingAsync(meeting.Id)).StartsAt);
    }

    private Task<CancelBookingOutcome> CancelAsync(BookedMeeting meeting, Actor by, string? reason) => World.RunAsync((CancelBooking cancel) =>
        cancel.RunAsync(new CancelBookingRequest(acme.Id, meeting.Id, reason, by), default));

    private Task<RescheduleBookingOutcome> MoveAsync(BookedMeeting meeting, string to, Actor by, string? reason, bool outside = false) =>
        World.RunAsync((RescheduleBooking move) => move.RunAsync(
            new RescheduleBookingRequest(acme.Id, meeting.Id, World.At(to), null, by) { Reason = reason, OutsideOffer = outside }, default));
}

public sealed class VisitorPolicyTests_on_Sqlite(SqliteDatabase database) : VisitorPolicyTests(database), IClassFixture<SqliteDatabase>;

public sealed class VisitorPolicyTests_on_Postgres(PostgresDatabase database) : VisitorPolicyTests(database), IClassFixture<PostgresDatabase>;
