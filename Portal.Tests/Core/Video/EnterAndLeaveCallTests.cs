using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Video;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Video;

public abstract class EnterAndLeaveCallTests(PortalDatabase database) : CallTests(database)
{
    [Fact]
    [Trait("Req", "B13")]
    public async Task Entering_records_when_somebody_joined()
    {
        await JoinAsync(As(Host));

        var host = (await FindBookingAsync()).Participants.Single(participant => participant.UserId == Host.Id);
        Assert.True(host.IsInCall);
        Assert.Equal(World.Now, host.JoinedAt);
    }

    [Fact]
    [Trait("Req", "X9")]
    public async Task The_first_to_leave_leaves_the_meeting_running_and_the_last_completes_it()
    {
        var (host, visitor) = await MeetAsync();

        Assert.Equal(BookingStatus.InProgress, await LeaveAsync(visitor));
        Wait(Duration.FromMinutes(2));
        Assert.Equal(BookingStatus.Completed, await LeaveAsync(host));

        var booking = await FindBookingAsync();
        Assert.Equal((World.Now, 1), (booking.EndedAt, booking.RoomEpoch));
    }

    [Fact]
    [Trait("Req", "X9")]
    public async Task When_both_leave_in_the_same_moment_the_meeting_is_completed()
    {
        var (host, visitor) = await MeetAsync();

        await Task.WhenAll(LeaveAsync(host), LeaveAsync(visitor));

        Assert.Equal(BookingStatus.Completed, await StatusAsync());
    }

    [Fact]
    [Trait("Req", "X9")]
    public async Task A_host_who_leaves_before_anybody_came_leaves_the_meeting_to_come()
    {
        var host = await JoinAsync(As(Host));

        Assert.Equal(BookingStatus.Confirmed, await LeaveAsync(host));

        await AdmitAsync();
        Assert.IsType<JoinCallOutcome.Granted>(await LaunchAsync(AsVisitor()));
    }

    [Fact]
    [Trait("Req", "X9")]
    public async Task Somebody_waiting_still_waits_when_the_host_leaves_again()
    {
        var host = await JoinAsync(As(Host));
        await World.EnterAsync(Meeting);

        Assert.Equal(BookingStatus.Waiting, await LeaveAsync(host));
    }

    [Fact]
    [Trait("Req", "X9")]
    public async Task Those_who_met_and_left_before_the_start_may_come_back()
    {
        World.Clock.Set(World.At(Start) - Duration.FromMinutes(10));
        var (host, visitor) = await MeetAsync();
        await LeaveAsync(visitor);

        Assert.Equal(BookingStatus.InProgress, await LeaveAsync(host));

        await JoinAsync(AsVisitor());
    }

    [Fact]
    public async Task Leaving_twice_is_leaving_once()
    {
        var (host, _) = await MeetAsync();
        await LeaveAsync(host);
        var before = await FindBookingAsync();

        await LeaveAsync(host);

        Assert.Equal(before.Version, (await FindBookingAsync()).Version);
    }

    [Fact]
    [Trait("Req", "X4")]
    [Trait("Promise", "R14")]
    public async Task A_ticket_kept_from_before_the_end_opens_nothing()
    {
        var (host, visitor) = await MeetAsync();
        await EndAsync();

        Assert.IsType<EnterCallOutcome.RoomLeftBehind>(await EnterAsync(host));
        Assert.IsType<EnterCallOutcome.RoomLeftBehind>(await EnterAsync(visitor));
    }

    [Fact]
    [Trait("Req", "X4")]
    [Trait("Promise", "R14")]
    public async Task A_ticket_for_the_room_of_another_epoch_opens_nothing_while_the_meeting_runs()
    {
        var (host, _) = await MeetAsync();

        Assert.IsType<EnterCallOutcome.RoomLeftBehind>(await EnterAsync(host with { RoomName = RoomName.For(Meeting.Id, 1) }));
    }

    [Fact]
    [Trait("Promise", "R14")]
    public async Task A_ticket_for_a_seat_nobody_has_opens_nothing()
    {
        var (host, _) = await MeetAsync();

        Assert.IsType<EnterCallOutcome.RoomLeftBehind>(await EnterAsync(host with { ParticipantId = Guid.NewGuid() }));
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Somebody_who_no_longer_belongs_to_the_organisation_does_not_come_in_with_a_kept_ticket()
    {
        var colleague = Assert.IsType<JoinCallOutcome.Granted>(await LaunchAsync(As(Colleague))).Seat;
        await World.ChangeAsync(async db => db.Members.Remove(await db.Members.SingleAsync(member => member.UserId == Colleague.Id)));

        Assert.IsType<EnterCallOutcome.RoomLeftBehind>(await EnterAsync(colleague));
    }

    [Fact]
    [Trait("Req", "B14")]
    public async Task Ending_for_all_completes_the_meeting_and_turns_everybody_out()
    {
        await MeetAsync();

        Assert.IsType<EndMeetingOutcome.Ended>(await EndAsync());

        var booking = await FindBookingAsync();
        Assert.Equal((BookingStatus.Completed, 1), (booking.Status, booking.RoomEpoch));
        Assert.DoesNotContain(booking.Participants, participant => participant.IsInCall);
        Assert.IsType<EndMeetingOutcome.NotRunning>(await EndAsync());
    }

    [Fact]
    [Trait("Req", "B14")]
    public async Task A_meeting_ends_while_its_people_come_and_go()
    {
        var (host, visitor) = await MeetAsync();

        await Task.WhenAll(EndAsync(), LeaveAsync(visitor), EnterAsync(host), LeaveAsync(host), EnterAsync(visitor));

        Assert.Equal(BookingStatus.Completed, await StatusAsync());
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task A_member_of_another_organisation_cannot_end_a_meeting()
    {
        await MeetAsync();
        var globex = await World.AddOrganizationAsync();

        Assert.IsType<EndMeetingOutcome.BookingNotFound>(await World.RunAsync(
            (EndMeeting end) => end.RunAsync(new(globex.Id, Meeting.Id, Host.AsActor()), default)));
    }
}

public sealed class EnterAndLeaveCallTests_on_Sqlite(SqliteDatabase database) : EnterAndLeaveCallTests(database), IClassFixture<SqliteDatabase>;

public sealed class EnterAndLeaveCallTests_on_Postgres(PostgresDatabase database) : EnterAndLeaveCallTests(database), IClassFixture<PostgresDatabase>;
