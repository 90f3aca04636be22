using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Video;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Video;

public abstract class CloseOverdueMeetingsTests(PortalDatabase database) : CallTests(database)
{
    [Fact]
    [Trait("Req", "X9")]
    public async Task A_connection_that_is_back_within_thirty_seconds_never_left()
    {
        var (host, visitor) = await MeetAsync();
        await LoseAsync(visitor);
        Wait(Duration.FromSeconds(29));
        await SweepAsync();
        await EnterAsync(visitor);
        Wait(Duration.FromSeconds(20));
        await SweepAsync();

        Assert.True((await World.FindVisitorAsync(Meeting)).IsInCall);
        Assert.Equal(BookingStatus.InProgress, await LeaveAsync(host));
    }

    [Fact]
    [Trait("Req", "X9")]
    public async Task Connections_lost_for_longer_are_left_and_the_last_one_completes_the_meeting()
    {
        var (host, visitor) = await MeetAsync();
        Wait(Duration.FromMinutes(5));
        await LoseAsync(visitor);
        await LoseAsync(host);
        var lostAt = World.Now;
        Wait(LoseConnection.Patience);

        Assert.Equal(1, await SweepAsync());

        Assert.Equal(BookingStatus.Completed, await StatusAsync());
        Assert.Equal(lostAt, (await World.FindVisitorAsync(Meeting)).LeftAt);
    }

    [Fact]
    public async Task Somebody_who_is_connected_is_not_taken_for_lost()
    {
        var (host, visitor) = await MeetAsync();
        await SweepAsync();
        await SitDownAsync(World, visitor);
        await SitDownAsync(World, host);
        await LoseAsync(visitor);
        Wait(Duration.FromMinutes(10));

        Assert.Equal(0, await SweepAsync());

        Assert.Null((await World.FindVisitorAsync(Meeting)).DisconnectedAt);
        Assert.Equal(BookingStatus.InProgress, await StatusAsync());
    }

    [Fact]
    public async Task Those_whose_node_died_without_a_word_are_missed_after_a_minute()
    {
        await MeetAsync();
        await SweepAsync();
        Wait(Duration.FromSeconds(59));
        Assert.Equal(0, await SweepAsync());
        Wait(Duration.FromSeconds(1));

        Assert.Equal(1, await SweepAsync());
        Assert.Equal(BookingStatus.Completed, await StatusAsync());
    }

    [Fact]
    public async Task A_portal_that_has_just_started_waits_for_people_to_find_their_way_back()
    {
        await MeetAsync();
        Wait(Duration.FromMinutes(3));
        await using var restarted = NewPortal(World.Database);
        restarted.Clock.Set(World.Now);

        Assert.Equal(0, await restarted.RunAsync((CloseOverdueMeetings sweep) => sweep.RunAsync(default)));
        Assert.Equal(BookingStatus.InProgress, await StatusAsync());
    }

    [Fact]
    [Trait("Req", "X2")]
    public async Task A_meeting_nobody_came_to_is_a_no_show_once_it_is_past()
    {
        Wait(Duration.FromMinutes(30) - Duration.FromSeconds(1));
        await SweepAsync();
        Assert.Equal(BookingStatus.Confirmed, await StatusAsync());
        Wait(Duration.FromSeconds(1));

        await SweepAsync();

        Assert.Equal(BookingStatus.NoShow, await StatusAsync());
    }

    [Fact]
    [Trait("Req", "B9")]
    public async Task Nobody_waits_any_more_for_a_meeting_that_is_past()
    {
        await World.EnterAsync(Meeting);
        Wait(Duration.FromMinutes(30));

        await SweepAsync();

        Assert.Equal(BookingStatus.NoShow, await StatusAsync());
        Assert.Equal(Admission.Outside, (await World.FindVisitorAsync(Meeting)).Admission);
        Assert.Empty((await World.RunAsync((ListWaiting list) => list.RunAsync(Acme.Id, default))).Waiting);
    }

    [Fact]
    [Trait("Req", "X2")]
    public async Task A_call_only_the_host_came_to_is_a_no_show()
    {
        await SweepAsync();
        var host = await JoinAsync(As(Host));
        Wait(Duration.FromMinutes(29));
        await LoseAsync(host);
        Wait(Duration.FromMinutes(2));

        await SweepAsync();

        Assert.Equal(BookingStatus.NoShow, await StatusAsync());
    }

    [Fact]
    public async Task A_call_that_was_launched_and_never_entered_ends_some_minutes_after_its_time()
    {
        await LaunchAsync(As(Host));
        Wait(Duration.FromMinutes(30) + CloseOverdueMeetings.EmptyGrace - Duration.FromSeconds(1));
        await SweepAsync();
        Assert.Equal(BookingStatus.InProgress, await StatusAsync());
        Wait(Duration.FromSeconds(1));

        await SweepAsync();

        Assert.Equal(BookingStatus.NoShow, await StatusAsync());
    }

    [Fact]
    [Trait("Req", "X9")]
    public async Task Those_who_met_only_before_the_start_have_met()
    {
        World.Clock.Set(World.At(Start) - Duration.FromMinutes(10));
        var (host, visitor) = await MeetAsync();
        await LeaveAsync(visitor);
        await LeaveAsync(host);
        World.Clock.Set(World.At(Start) + Duration.FromMinutes(30) + CloseOverdueMeetings.EmptyGrace);

        await SweepAsync();

        Assert.Equal(BookingStatus.Completed, await StatusAsync());
    }

    [Fact]
    [Trait("Req", "X9")]
    public async Task A_call_whose_people_were_never_seen_ends_with_its_time()
    {
        await SweepAsync();
        await MeetAsync();
        await World.ChangeAsync(async db =>
        {
            foreach (var participant in await db.Participants.Where(row => row.BookingId == Meeting.Id).ToListAsync())
                participant.LastSeenAt = null;
        });
        Wait(Duration.FromMinutes(30) + CloseOverdueMeetings.EmptyGrace);

        await SweepAsync();

        var booking = await FindBookingAsync();
        Assert.Equal(BookingStatus.Completed, booking.Status);
        Assert.All(booking.Participants, participant => Assert.Equal(booking.EndsAt, participant.LeftAt));
    }

    [Fact]
    [Trait("Req", "X9")]
    public async Task A_call_that_runs_over_its_end_goes_on()
    {
        var (host, visitor) = await MeetAsync();
        await SweepAsync();
        await SitDownAsync(World, host);
        await SitDownAsync(World, visitor);
        Wait(Duration.FromHours(2));

        await SweepAsync();

        Assert.Equal(BookingStatus.InProgress, await StatusAsync());
        Assert.IsType<JoinCallOutcome.Granted>(await LaunchAsync(As(Colleague)));
    }

    private Task<bool> LoseAsync(RoomSeat seat) => World.RunAsync(async (LoseConnection lose) =>
    {
        await lose.RunAsync(seat.ParticipantId, default);
        return true;
    });
}

public sealed class CloseOverdueMeetingsTests_on_Sqlite(SqliteDatabase database) : CloseOverdueMeetingsTests(database), IClassFixture<SqliteDatabase>;

public sealed class CloseOverdueMeetingsTests_on_Postgres(PostgresDatabase database) : CloseOverdueMeetingsTests(database), IClassFixture<PostgresDatabase>;
