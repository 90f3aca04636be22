using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Video;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Video;

[Trait("Promise", "R14")]
public abstract class RemoveParticipantTests(PortalDatabase database) : CallTests(database)
{
    [Fact]
    [Trait("Req", "X4")]
    public async Task The_others_meet_in_another_room_and_the_removed_one_is_told_why_they_are_alone()
    {
        var (host, visitor) = await MeetAsync();
        await SitDownAsync(World, host, "host's page");
        await SitDownAsync(World, visitor, "visitor's page");

        var removed = Assert.IsType<RemoveParticipantOutcome.Removed>(await RemoveAsync("That is enough."));

        Assert.Equal(host.RoomName, removed.RoomName);
        Assert.Equal(["host's page: moved", "visitor's page: removed"], Told.Order());
        var next = Assert.IsType<JoinCallOutcome.Granted>(await LaunchAsync(As(Host)));
        Assert.NotEqual(host.RoomName, next.Seat.RoomName);
        Assert.Equal(BookingStatus.InProgress, await StatusAsync());
    }

    [Fact]
    [Trait("Req", "X4")]
    public async Task Everything_the_removed_one_kept_opens_nothing()
    {
        var (_, visitor) = await MeetAsync();
        await RemoveAsync();

        Assert.IsType<EnterCallOutcome.RoomLeftBehind>(await EnterAsync(visitor));
        Assert.IsType<JoinCallOutcome.NotAdmitted>(await LaunchAsync(AsVisitor()));
        Assert.IsType<JoinCallOutcome.NotAdmitted>(await World.RunAsync((RefreshJoinTicket refresh) => refresh.RunAsync(new(Meeting.Id, AsVisitor()), default)));
        Assert.IsType<JoinCallOutcome.NotAdmitted>(await World.RunAsync((GiveSeatTicket give) => give.RunAsync(new(Meeting.Id, AsVisitor()), default)));
        // the next room, guessed
        Assert.IsType<EnterCallOutcome.RoomLeftBehind>(await EnterAsync(visitor with { RoomName = RoomName.For(Meeting.Id, 1) }));
        var booking = await FindBookingAsync();
        Assert.Equal(1, booking.RoomEpoch);
        Assert.False(booking.Participants.Single(person => person.Id == Meeting.VisitorId).IsInCall);
    }

    [Fact]
    public async Task A_removed_guest_comes_back_in_none_of_a_thousand_tries()
    {
        var (_, visitor) = await MeetAsync();
        await RemoveAsync();
        var came = 0;
        for (var epoch = 0; epoch < 1000; epoch++)
            if (await EnterAsync(visitor with { RoomName = RoomName.For(Meeting.Id, epoch % 5) }) is EnterCallOutcome.Entered)
                came++;

        Assert.Equal(0, came);
    }

    [Fact]
    public async Task A_host_at_the_door_is_the_only_way_back_also_where_there_is_no_waiting_room()
    {
        await MeetAsync();
        await RemoveAsync("Out.");
        await World.ChangeAsync(db => db.Organizations.ExecuteUpdateAsync(row => row.SetProperty(one => one.WaitingRoomEnabled, false)));
        Assert.IsType<JoinCallOutcome.NotAdmitted>(await LaunchAsync(AsVisitor()));

        Wait(Duration.FromMinutes(2));
        await World.EnterAsync(Meeting);
        Assert.IsType<JoinCallOutcome.NotAdmitted>(await LaunchAsync(AsVisitor()));
        Assert.IsType<DoorOutcome.Done>(await World.RunAsync(
            (AdmitParticipant admit) => admit.RunAsync(new(Acme.Id, Meeting.VisitorId, Host.AsActor()), default)));

        Assert.IsType<JoinCallOutcome.Granted>(await LaunchAsync(AsVisitor()));
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Nobody_is_removed_by_another_organisation_and_no_colleague_by_anybody()
    {
        await MeetAsync();
        var globex = await World.AddOrganizationAsync();
        var host = (await FindBookingAsync()).Participants.Single(person => person.IsStaff);

        Assert.IsType<RemoveParticipantOutcome.BookingNotFound>(await RemoveAsync(organization: globex.Id));
        Assert.IsType<RemoveParticipantOutcome.IsStaff>(await RemoveAsync(participant: host.Id));
        Assert.IsType<RemoveParticipantOutcome.ParticipantNotFound>(await RemoveAsync(participant: Guid.NewGuid()));
        Assert.Equal(0, (await FindBookingAsync()).RoomEpoch);
    }

    [Fact]
    public async Task Nobody_is_removed_from_a_meeting_that_is_over()
    {
        await MeetAsync();
        await EndAsync();

        Assert.IsType<RemoveParticipantOutcome.MeetingOver>(await RemoveAsync());
    }

    [Fact]
    public async Task A_removal_is_in_the_history()
    {
        await MeetAsync();
        await RemoveAsync();

        var line = await World.ReadAsync(db => db.AuditEntries.SingleAsync(entry => entry.BookingId == Meeting.Id && entry.Action == "call.removed"));
        Assert.Equal(("Ada", "Vera Visitor"), (line.ActorName, line.Detail));
    }

    [Fact]
    [Trait("Req", "B13")]
    public async Task Who_is_in_the_call_is_listed_for_the_organisation_and_for_nobody_else()
    {
        await MeetAsync();
        var people = await World.RunAsync((FindPeopleInCall find) => find.RunAsync(Acme.Id, Meeting.Id, default));
        Assert.Equal([("Ada", ParticipantRole.Host), ("Vera Visitor", ParticipantRole.Visitor)], people!.Select(person => (person.Name, person.Role)).Order());

        await RemoveAsync();
        people = await World.RunAsync((FindPeopleInCall find) => find.RunAsync(Acme.Id, Meeting.Id, default));
        Assert.Equal(["Ada"], people!.Select(person => person.Name));
        Assert.Null(await World.RunAsync((FindPeopleInCall find) => find.RunAsync(Guid.NewGuid(), Meeting.Id, default)));
    }

    private Task<RemoveParticipantOutcome> RemoveAsync(string? reason = null, Guid? organization = null, Guid? participant = null) => World.RunAsync(
        (RemoveParticipant remove) => remove.RunAsync(
            new(organization ?? Acme.Id, Meeting.Id, participant ?? Meeting.VisitorId, reason, Host.AsActor()), default));
}

public sealed class RemoveParticipantTests_on_Sqlite(SqliteDatabase database) : RemoveParticipantTests(database), IClassFixture<SqliteDatabase>;

public sealed class RemoveParticipantTests_on_Postgres(PostgresDatabase database) : RemoveParticipantTests(database), IClassFixture<PostgresDatabase>;
