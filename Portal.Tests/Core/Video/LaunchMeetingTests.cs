using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Core.Video;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Video;

public abstract class LaunchMeetingTests(PortalDatabase database) : CallTests(database)
{
    [Fact]
    [Trait("Req", "A13")]
    [Trait("Req", "A17")]
    public async Task Launching_puts_the_meeting_in_progress_and_gives_a_ticket()
    {
        var granted = Assert.IsType<JoinCallOutcome.Granted>(await LaunchAsync(As(Host)));

        var booking = await FindBookingAsync();
        Assert.NotEmpty(granted.Token);
        Assert.Equal(BookingStatus.InProgress, booking.Status);
        Assert.Equal(World.Now, booking.StartedAt);
        Assert.Equal(("Ada", true), (granted.Seat.Name, granted.Seat.IsStaff));
    }

    [Fact]
    [Trait("Req", "X5")]
    public async Task Both_sides_get_the_same_room_and_different_seats()
    {
        await AdmitAsync();

        var host = Assert.IsType<JoinCallOutcome.Granted>(await LaunchAsync(As(Host)));
        var visitor = Assert.IsType<JoinCallOutcome.Granted>(await LaunchAsync(AsVisitor()));

        Assert.Equal(host.Seat.RoomName, visitor.Seat.RoomName);
        Assert.NotEqual(host.Seat.ParticipantId, visitor.Seat.ParticipantId);
        Assert.NotEqual(host.Token, visitor.Token);
        Assert.False(visitor.Seat.IsStaff);
    }

    [Theory]
    [InlineData(Admission.Outside)]
    [InlineData(Admission.Waiting)]
    [InlineData(Admission.Declined)]
    [Trait("Req", "X4")]
    [Trait("Req", "X10")]
    [Trait("Promise", "R14")]
    public async Task A_visitor_whom_nobody_let_in_gets_no_ticket(Admission admission)
    {
        if (admission != Admission.Outside)
            await World.EnterAsync(Meeting);
        if (admission == Admission.Declined)
            await World.RunAsync((DeclineParticipant decline) => decline.RunAsync(new(Acme.Id, Meeting.VisitorId, null, Host.AsActor()), default));
        await LaunchAsync(As(Host));

        var refused = Assert.IsType<JoinCallOutcome.NotAdmitted>(await LaunchAsync(AsVisitor()));

        Assert.Equal(admission, refused.Admission);
    }

    [Fact]
    [Trait("Req", "A16")]
    public async Task A_visitor_is_too_early_until_fifteen_minutes_before_the_start()
    {
        World.Clock.Set(World.At(Start) - JoinWindow.OpensBefore - Duration.FromSeconds(1));
        Assert.IsType<JoinCallOutcome.TooEarly>(await LaunchAsync(AsVisitor()));
        Assert.Equal(BookingStatus.Confirmed, await StatusAsync());

        Wait(Duration.FromSeconds(1));
        Assert.IsType<JoinCallOutcome.NotAdmitted>(await LaunchAsync(AsVisitor()));
    }

    [Fact]
    [Trait("Req", "X6")]
    public async Task Staff_may_come_before_the_window_opens()
    {
        World.Clock.Set(World.At(Start) - Duration.FromHours(5));

        Assert.IsType<JoinCallOutcome.Granted>(await LaunchAsync(As(Host)));
    }

    [Fact]
    [Trait("Req", "X6")]
    public async Task Nobody_joins_a_meeting_that_is_over()
    {
        await AdmitAsync();
        await LaunchAsync(As(Host));
        await EndAsync();

        Assert.IsType<JoinCallOutcome.MeetingOver>(await LaunchAsync(As(Host)));
        Assert.IsType<JoinCallOutcome.MeetingOver>(await LaunchAsync(AsVisitor()));
    }

    [Fact]
    [Trait("Req", "X6")]
    public async Task A_meeting_that_ran_out_without_a_call_is_over()
    {
        Wait(Duration.FromMinutes(30));

        Assert.IsType<JoinCallOutcome.MeetingOver>(await LaunchAsync(As(Host)));
    }

    [Fact]
    [Trait("Req", "B12")]
    public async Task A_colleague_of_the_host_becomes_one_participant_however_many_pages_they_open()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LaunchAsync(As(Colleague))));

        var booking = await FindBookingAsync();
        var colleague = Assert.Single(booking.Participants, participant => participant.UserId == Colleague.Id);
        Assert.Equal(ParticipantRole.Staff, colleague.Role);
        Assert.Equal(3, booking.Participants.Count);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Somebody_else_s_member_and_somebody_else_s_visitor_are_no_participants()
    {
        var globex = await World.AddOrganizationAsync();
        var stranger = await World.AddMemberAsync(globex, MemberRole.Owner, "Greta");

        Assert.IsType<JoinCallOutcome.NotAParticipant>(await LaunchAsync(As(stranger)));
        Assert.IsType<JoinCallOutcome.NotAParticipant>(await LaunchAsync(new CallCaller(null, [Guid.NewGuid()])));
        Assert.IsType<JoinCallOutcome.NotAParticipant>(await LaunchAsync(new CallCaller(null, [])));
    }

    [Fact]
    [Trait("Promise", "R14")]
    public async Task The_host_s_own_participant_id_in_a_visitor_s_cookie_makes_nobody_the_host()
    {
        var host = (await FindBookingAsync()).Participants.Single(participant => participant.Role == ParticipantRole.Host);

        Assert.IsType<JoinCallOutcome.NotAParticipant>(await LaunchAsync(new CallCaller(null, [host.Id])));
    }

    [Fact]
    public async Task A_booking_that_does_not_exist_is_not_found()
    {
        var outcome = await World.RunAsync((LaunchMeeting launch) => launch.RunAsync(new(Guid.NewGuid(), As(Host)), default));

        Assert.IsType<JoinCallOutcome.BookingNotFound>(outcome);
    }

    [Fact]
    [Trait("Req", "A19")]
    public async Task A_fresh_ticket_is_for_the_same_seat_and_changes_nothing()
    {
        var first = await JoinAsync(As(Host));
        var before = await FindBookingAsync();

        var refreshed = Assert.IsType<JoinCallOutcome.Granted>(
            await World.RunAsync((RefreshJoinTicket refresh) => refresh.RunAsync(new(Meeting.Id, As(Host)), default)));

        Assert.Equal(first, refreshed.Seat);
        Assert.Equal(before.Version, (await FindBookingAsync()).Version);
    }

    [Fact]
    [Trait("Req", "X4")]
    public async Task A_visitor_who_waits_gets_no_fresh_ticket()
    {
        await World.EnterAsync(Meeting);

        Assert.IsType<JoinCallOutcome.NotAdmitted>(
            await World.RunAsync((RefreshJoinTicket refresh) => refresh.RunAsync(new(Meeting.Id, AsVisitor()), default)));
    }

    [Fact]
    public async Task The_start_is_in_the_history_once()
    {
        await AdmitAsync();
        await LaunchAsync(As(Host));
        await LaunchAsync(AsVisitor());

        var started = await World.ReadAsync(db => db.AuditEntries
            .Where(entry => entry.BookingId == Meeting.Id && entry.Action == "booking.started").ToListAsync());
        Assert.Equal("Ada", Assert.Single(started).ActorName);
    }
}

public sealed class LaunchMeetingTests_on_Sqlite(SqliteDatabase database) : LaunchMeetingTests(database), IClassFixture<SqliteDatabase>;

public sealed class LaunchMeetingTests_on_Postgres(PostgresDatabase database) : LaunchMeetingTests(database), IClassFixture<PostgresDatabase>;
