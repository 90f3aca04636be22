using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.WaitingRoom;

[Trait("Req", "B2")]
public abstract class EnterWaitingRoomTests(PortalDatabase database) : WorldTests(database)
{
    [Fact]
    [Trait("Req", "A10")]
    public async Task A_visitor_who_comes_too_early_is_told_when_the_door_opens()
    {
        var meeting = await BookAsync();
        World.Clock.Set(World.At("2026-01-06T09:45") - Duration.FromSeconds(1));

        Assert.Equal(new EnterWaitingRoomOutcome.TooEarly(World.At("2026-01-06T09:45")), await World.EnterAsync(meeting));

        Assert.Equal(Admission.Outside, (await World.FindVisitorAsync(meeting)).Admission);
    }

    [Theory]
    [InlineData("2026-01-06T09:45")]
    [InlineData("2026-01-06T10:20")]
    [Trait("Req", "X3")]
    [Trait("Req", "X10")]
    [Trait("Req", "B1")]
    public async Task From_fifteen_minutes_before_to_the_end_a_visitor_waits_also_one_who_comes_late(string at)
    {
        var meeting = await BookAsync();
        World.Clock.Set(World.At(at));

        Assert.IsType<EnterWaitingRoomOutcome.Waiting>(await World.EnterAsync(meeting));

        var visitor = await World.FindVisitorAsync(meeting);
        Assert.Equal((Admission.Waiting, World.Now, World.Now), (visitor.Admission, visitor.WaitingSince, visitor.LastSeenAt));
        Assert.Equal(BookingStatus.Waiting, (await World.FindBookingAsync(meeting.Id)).Status);
        Assert.Equal(1, await World.ReadAsync(db => db.AuditEntries.CountAsync(row => row.BookingId == meeting.Id && row.Action == "visitor.waiting")));
    }

    [Fact]
    public async Task After_the_end_nobody_enters()
    {
        var meeting = await BookAsync();
        World.Clock.Set(World.At("2026-01-06T10:30"));

        Assert.Equal(new EnterWaitingRoomOutcome.MeetingOver(BookingStatus.Confirmed), await World.EnterAsync(meeting));
    }

    [Fact]
    public async Task Nobody_enters_a_cancelled_meeting()
    {
        var meeting = await BookAsync();
        await World.RunAsync((CancelBooking cancel) => cancel.RunAsync(
            new CancelBookingRequest(meeting.OrganizationId, meeting.Id, null, meeting.Visitor), default));
        World.Clock.Set(World.At("2026-01-06T10:00"));

        Assert.Equal(new EnterWaitingRoomOutcome.MeetingOver(BookingStatus.Cancelled), await World.EnterAsync(meeting));
    }

    [Fact]
    [Trait("Req", "B11")]
    public async Task Without_a_waiting_room_a_visitor_goes_straight_in()
    {
        var meeting = await BookAsync(waitingRoom: false);
        World.Clock.Set(World.At("2026-01-06T10:00"));

        Assert.IsType<EnterWaitingRoomOutcome.Admitted>(await World.EnterAsync(meeting));

        var visitor = await World.FindVisitorAsync(meeting);
        Assert.Equal((Admission.Admitted, null, World.Now), (visitor.Admission, visitor.ApprovedBy, visitor.ApprovedAt));
        Assert.Equal(BookingStatus.Confirmed, (await World.FindBookingAsync(meeting.Id)).Status);
    }

    [Fact]
    [Trait("Req", "N4")]
    public async Task Who_comes_again_keeps_the_place_in_the_queue()
    {
        var meeting = await BookAsync();
        World.Clock.Set(World.At("2026-01-06T10:00"));
        await World.EnterAsync(meeting);
        World.Clock.Advance(Duration.FromMinutes(2));

        Assert.IsType<EnterWaitingRoomOutcome.Waiting>(await World.EnterAsync(meeting));

        Assert.Equal(World.At("2026-01-06T10:00"), (await World.FindVisitorAsync(meeting)).WaitingSince);
    }

    [Fact]
    public async Task Two_tabs_that_enter_at_once_wait_once()
    {
        var meeting = await BookAsync();
        World.Clock.Set(World.At("2026-01-06T10:00"));

        var outcomes = await Simultaneously.RunAsync(4, () => World.EnterAsync(meeting));

        Assert.All(outcomes, outcome => Assert.IsType<EnterWaitingRoomOutcome.Waiting>(outcome));
        Assert.Equal(1, await World.ReadAsync(db => db.AuditEntries.CountAsync(row => row.BookingId == meeting.Id && row.Action == "visitor.waiting")));
    }

    [Fact]
    public async Task Who_leaves_no_longer_waits_and_may_come_back_to_the_end_of_the_queue()
    {
        var meeting = await BookAsync();
        World.Clock.Set(World.At("2026-01-06T10:00"));
        await World.EnterAsync(meeting);

        Assert.Equal(Admission.Outside, await World.RunAsync((LeaveWaitingRoom leave) => leave.RunAsync(meeting.VisitorId, default)));
        Assert.Equal(BookingStatus.Confirmed, (await World.FindBookingAsync(meeting.Id)).Status);
        World.Clock.Advance(Duration.FromMinutes(1));
        await World.EnterAsync(meeting);

        Assert.Equal(World.Now, (await World.FindVisitorAsync(meeting)).WaitingSince);
    }

    private async Task<BookedMeeting> BookAsync(bool waitingRoom = true)
    {
        var acme = await World.AddOrganizationAsync(waitingRoom);
        MeetingType type = await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme)]);
        return await World.BookAsync(type, "2026-01-06T10:00");
    }
}

public sealed class EnterWaitingRoomTests_on_Sqlite(SqliteDatabase database) : EnterWaitingRoomTests(database), IClassFixture<SqliteDatabase>;

public sealed class EnterWaitingRoomTests_on_Postgres(PostgresDatabase database) : EnterWaitingRoomTests(database), IClassFixture<PostgresDatabase>;
