using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

[Trait("Req", "B15")]
public abstract class RescheduleBookingTests(PortalDatabase database) : WorldTests(database)
{
    protected MeetingType Type { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        var acme = await World.AddOrganizationAsync();
        Type = await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme)], type => type.BufferAfter = Duration.FromMinutes(15));
    }

    [Fact]
    public async Task A_move_takes_the_new_time_and_frees_the_old_one()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");

        Assert.IsType<RescheduleBookingOutcome.Moved>(await MoveAsync(meeting, "2026-01-07T14:00"));

        var booking = await World.FindBookingAsync(meeting.Id);
        var claim = await World.ReadAsync(db => db.TimeClaims.SingleAsync(row => row.Seats.Any(seat => seat.BookingId == meeting.Id)));
        Assert.Equal((World.At("2026-01-07T14:00"), World.At("2026-01-07T14:30")), (booking.StartsAt, booking.EndsAt));
        Assert.Equal(new LocalDateTime(2026, 1, 7, 14, 0), booking.VisitorStart);
        Assert.Equal((World.At("2026-01-07T14:00"), World.At("2026-01-07T14:45")), (claim.StartsAt, claim.EndsAt));
        await World.BookAsync(Type, "2026-01-06T10:00");
        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(Type, "2026-01-07T14:00"));
    }

    [Fact]
    [Trait("Req", "F2")]
    public async Task Everybody_is_told_with_a_higher_sequence_of_the_same_meeting()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");

        await MoveAsync(meeting, "2026-01-07T14:00");
        await MoveAsync(meeting, "2026-01-07T15:00");

        var booking = await World.FindBookingAsync(meeting.Id);
        var messages = await World.ReadAsync(db => db.Outbox.Where(row => row.BookingId == meeting.Id && row.Kind == "meeting_moved").ToListAsync());
        Assert.Equal(2, booking.Sequence);
        Assert.Equal(
            booking.Participants.SelectMany(person => new[] { (person.Id, 1), (person.Id, 2) }).Order(),
            messages.Select(message => (message.ParticipantId, SequenceOf(message.Payload))).Order());
        Assert.Equal(
            ["booking.confirmed", "booking.moved", "booking.moved"],
            await World.ReadAsync(db => db.AuditEntries.Where(row => row.BookingId == meeting.Id).OrderBy(row => row.Id).Select(row => row.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_meeting_can_move_into_time_it_takes_itself()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");

        // its buffer reaches to 10:45, and nobody else may begin at 10:30
        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(Type, "2026-01-06T10:30"));
        Assert.IsType<RescheduleBookingOutcome.Moved>(await MoveAsync(meeting, "2026-01-06T10:30"));
    }

    [Fact]
    [Trait("Req", "F4")]
    public async Task A_move_to_a_taken_time_tells_the_nearest_and_changes_nothing()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");
        await World.BookAsync(Type, "2026-01-06T14:00");

        var taken = Assert.IsType<RescheduleBookingOutcome.SlotTaken>(await MoveAsync(meeting, "2026-01-06T14:00"));

        Assert.Equal(
            [World.At("2026-01-06T12:30"), World.At("2026-01-06T13:00"), World.At("2026-01-06T15:00")],
            taken.Nearest.Select(slot => slot.Start));
        await AssertUnmovedAsync(meeting);
    }

    [Theory]
    [InlineData("2026-01-06T10:00", "where it is already")]
    [InlineData("2026-01-06T20:00", "outside the hours")]
    [InlineData("2026-01-06T10:10", "off the grid")]
    [InlineData("2026-03-02T10:00", "beyond the horizon")]
    public async Task A_move_to_a_time_that_is_not_offered_is_refused(string to, string because)
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");

        var outcome = await MoveAsync(meeting, to);

        Assert.True(outcome is RescheduleBookingOutcome.SlotTaken, $"{to} is {because}, but the outcome was {outcome}");
        await AssertUnmovedAsync(meeting);
    }

    [Fact]
    public async Task A_meeting_that_has_begun_or_was_cancelled_stays_where_it_is()
    {
        var begun = await World.BookAsync(Type, "2026-01-06T10:00");
        var cancelled = await World.BookAsync(Type, "2026-01-07T10:00");
        await World.RunAsync((CancelBooking cancel) => cancel.RunAsync(
            new CancelBookingRequest(cancelled.OrganizationId, cancelled.Id, null, cancelled.Visitor), default));
        World.Clock.Set(World.At("2026-01-06T10:00"));

        Assert.Equal(new RescheduleBookingOutcome.NotMovable(BookingStatus.Confirmed), await MoveAsync(begun, "2026-01-08T10:00"));
        Assert.Equal(new RescheduleBookingOutcome.NotMovable(BookingStatus.Cancelled), await MoveAsync(cancelled, "2026-01-08T10:00"));
        await AssertUnmovedAsync(begun);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task A_booking_of_another_organisation_is_not_found()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");
        var globex = await World.AddOrganizationAsync();

        Assert.IsType<RescheduleBookingOutcome.BookingNotFound>(
            await MoveAsync(meeting with { OrganizationId = globex.Id }, "2026-01-07T14:00"));
        await AssertUnmovedAsync(meeting);
    }

    [Fact]
    [Trait("Req", "X1")]
    public async Task A_visitor_who_moves_in_another_zone_is_promised_that_zone_s_wall_time()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");

        await MoveAsync(meeting, "2026-01-07T14:00", DateTimeZoneProviders.Tzdb["Asia/Kolkata"]);

        var booking = await World.FindBookingAsync(meeting.Id);
        Assert.Equal(("Asia/Kolkata", new LocalDateTime(2026, 1, 7, 18, 30)), (booking.VisitorZone.Id, booking.VisitorStart));
    }

    [Fact]
    [Trait("Promise", "R1")]
    public async Task Of_two_meetings_moved_to_one_time_at_once_one_gets_there()
    {
        var meetings = new[] { await World.BookAsync(Type, "2026-01-06T10:00"), await World.BookAsync(Type, "2026-01-06T11:00") };

        foreach (var target in new[] { "2026-01-07T10:00", "2026-01-07T12:00", "2026-01-08T10:00", "2026-01-08T12:00" })
        {
            var outcomes = await Simultaneously.RunAsync([.. meetings.Select(meeting => new Func<Task<RescheduleBookingOutcome>>(() => MoveAsync(meeting, target)))]);

            Assert.Single(outcomes.OfType<RescheduleBookingOutcome.Moved>());
            Assert.Single(outcomes.OfType<RescheduleBookingOutcome.SlotTaken>());
        }
    }

    [Fact]
    [Trait("Promise", "R1")]
    public async Task A_meeting_moved_and_cancelled_at_once_is_cancelled_and_holds_no_time()
    {
        for (var day = 6; day <= 9; day++)
        {
            var meeting = await World.BookAsync(Type, $"2026-01-{day:00}T10:00");

            var outcomes = await Simultaneously.RunAsync<object>([
                async () => await MoveAsync(meeting, $"2026-01-{day:00}T15:00"),
                async () => await World.RunAsync((CancelBooking cancel) => cancel.RunAsync(
                    new CancelBookingRequest(meeting.OrganizationId, meeting.Id, null, meeting.Visitor), default)),
            ]);

            Assert.IsType<CancelBookingOutcome.Cancelled>(outcomes[1]);
            Assert.True(outcomes[0] is RescheduleBookingOutcome.Moved or RescheduleBookingOutcome.NotMovable, outcomes[0].ToString());
            Assert.Equal(BookingStatus.Cancelled, (await World.FindBookingAsync(meeting.Id)).Status);
            Assert.Equal(0, await World.ReadAsync(db => db.TimeClaims.CountAsync(claim => claim.Seats.Any(seat => seat.BookingId == meeting.Id))));
        }
    }

    [Fact]
    [Trait("Req", "X10")]
    public async Task A_visitor_let_in_for_the_old_time_waits_again_at_the_new_one()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");
        World.Clock.Set(World.At("2026-01-06T09:50"));
        await World.EnterAsync(meeting);
        var host = await World.ReadAsync(db => db.Bookings.Where(row => row.Id == meeting.Id).Select(row => row.Host!).SingleAsync());
        await World.RunAsync((AdmitParticipant admit) => admit.RunAsync(
            new AdmitParticipantRequest(meeting.OrganizationId, meeting.VisitorId, host.AsActor()), default));

        Assert.IsType<RescheduleBookingOutcome.Moved>(await MoveAsync(meeting, "2026-01-07T14:00"));
        World.Clock.Set(World.At("2026-01-07T14:00"));

        Assert.IsType<EnterWaitingRoomOutcome.Waiting>(await World.EnterAsync(meeting));
    }

    protected Task<RescheduleBookingOutcome> MoveAsync(BookedMeeting meeting, string to, DateTimeZone? zone = null) =>
        World.RunAsync((RescheduleBooking move) => move.RunAsync(
            new RescheduleBookingRequest(meeting.OrganizationId, meeting.Id, World.At(to), zone, meeting.Visitor), default));

    protected async Task AssertUnmovedAsync(BookedMeeting meeting)
    {
        var booking = await World.FindBookingAsync(meeting.Id);
        Assert.Equal((World.At("2026-01-06T10:00"), 0), (booking.StartsAt, booking.Sequence));
        Assert.Equal(World.At("2026-01-06T10:00"), await World.ReadAsync(db => db.TimeClaims.Where(claim => claim.Seats.Any(seat => seat.BookingId == meeting.Id)).Select(claim => claim.StartsAt).SingleAsync()));
        Assert.False(await World.ReadAsync(db => db.Outbox.AnyAsync(row => row.BookingId == meeting.Id && row.Kind == "meeting_moved")));
    }

    private static int SequenceOf(string payload)
    {
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.GetProperty("Sequence").GetInt32();
    }
}

public sealed class RescheduleBookingTests_on_Sqlite(SqliteDatabase database) : RescheduleBookingTests(database), IClassFixture<SqliteDatabase>;

// while a move holds SQLite's one write lock nothing comes between its look and its act
public sealed class RescheduleBookingTests_on_Postgres(PostgresDatabase database) : RescheduleBookingTests(database), IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task A_meeting_whose_visitor_comes_to_the_door_at_that_moment_is_not_moved_away_from_under_them()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");
        World.Clock.Set(World.At("2026-01-06T09:50"));
        World.BeforeNextSave = () => World.EnterAsync(meeting);

        Assert.Equal(new RescheduleBookingOutcome.NotMovable(BookingStatus.Waiting), await MoveAsync(meeting, "2026-01-07T14:00"));

        await AssertUnmovedAsync(meeting);
    }
}
