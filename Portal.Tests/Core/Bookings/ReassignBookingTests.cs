using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Scheduling;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

/// <summary>A colleague takes a meeting over: the claim moves, the links stay, everybody is told.</summary>
[Trait("Req", "N5")]
public abstract class ReassignBookingTests(PortalDatabase database) : WorldTests(database)
{
    private const string Ten = "2026-01-06T10:00";

    private Organization acme = null!;
    private PortalUser ada = null!;
    private PortalUser ben = null!;
    private PortalUser cleo = null!;
    private MeetingType type = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme, "Ada");
        ben = await World.AddHostAsync(acme, "Ben");
        cleo = await World.AddHostAsync(acme, "Cleo");
        type = await World.AddMeetingTypeAsync(acme, [ada, ben, cleo], row => row.Assignment = HostAssignment.OneHost);
    }

    [Fact]
    public async Task The_new_host_s_time_is_taken_and_the_former_host_s_given_back()
    {
        var meeting = await World.BookAsync(type, Ten);

        Assert.Equal(new ReassignBookingOutcome.Reassigned(ben.Id, "Ben"), await ReassignAsync(meeting, ben));

        var booking = await World.FindBookingAsync(meeting.Id);
        Assert.Equal((ben.Id, World.Now), (booking.HostId, booking.HandedOverAt));
        Assert.Equal([ben.Id], booking.HostIds());
        Assert.Equal([ben.Id], await ClaimedAsync(meeting));
        Assert.NotNull(await World.RunAsync((FindAccessLink find) => find.RunAsync(meeting.Token, default)));
        await World.BookAsync(type, Ten);
        Assert.Equal("booking.reassigned by Ada: from Ada to Ben", await World.ReadAsync(db => db.AuditEntries
            .Where(row => row.BookingId == meeting.Id && row.Action == "booking.reassigned")
            .Select(row => row.Action + " by " + row.ActorName + ": " + row.Detail).SingleAsync()));
    }

    [Fact]
    public async Task Everybody_is_told_and_the_former_host_hears_nothing_more_afterwards()
    {
        var meeting = await World.BookAsync(type, Ten, draft => draft.Guests = ["gus@visitor.test"]);
        await ReassignAsync(meeting, ben);

        Assert.Equal(
            ["Ada: meeting_handed_over", "Ben: meeting_reassigned", "Vera Visitor: meeting_reassigned", "gus@visitor.test: meeting_reassigned"],
            await ToldAsync(meeting, "meeting_invitation"));

        await World.RunAsync((CancelBooking cancel) => cancel.RunAsync(new CancelBookingRequest(acme.Id, meeting.Id, null, ben.AsActor()), default));
        Assert.DoesNotContain("Ada: meeting_cancelled", await ToldAsync(meeting, "meeting_invitation"));
        Assert.Contains("Ben: meeting_cancelled", await ToldAsync(meeting, "meeting_invitation"));
    }

    [Fact]
    public async Task A_meeting_can_come_back_to_the_host_who_handed_it_over()
    {
        var meeting = await World.BookAsync(type, Ten);
        await ReassignAsync(meeting, ben);

        Assert.IsType<ReassignBookingOutcome.Reassigned>(await ReassignAsync(meeting, ada));

        var booking = await World.FindBookingAsync(meeting.Id);
        Assert.Equal([ada.Id], booking.HostIds());
        Assert.Equal(2, booking.Participants.Count(person => person.IsStaff));
        Assert.Equal([ada.Id], await ClaimedAsync(meeting));
    }

    [Fact]
    public async Task Who_has_something_else_then_is_refused_and_nothing_changes()
    {
        var meeting = await World.BookAsync(type, Ten);
        await World.BookAsync(await World.AddMeetingTypeAsync(acme, [ben]), Ten);

        var refused = Assert.IsType<ReassignBookingOutcome.HostNotFree>(await ReassignAsync(meeting, ben));

        Assert.Equal(("Ben", ReasonKind.Busy), (refused.HostName, Assert.Single(refused.Reasons).Kind));
        Assert.Equal(ada.Id, (await World.FindBookingAsync(meeting.Id)).HostId);
        Assert.Equal([ada.Id], await ClaimedAsync(meeting));
        Assert.Empty(await ToldAsync(meeting, "meeting_invitation"));
    }

    [Fact]
    public async Task Anybody_means_somebody_of_the_type_who_is_at_work_and_free()
    {
        var evening = await World.AddHostAsync(acme, "Evan", "2 18:00-20:00");
        var busy = await World.AddMeetingTypeAsync(acme, [ada, evening, ben, cleo], row => row.Assignment = HostAssignment.OneHost);
        var meeting = await World.BookAsync(busy, Ten);
        await World.BookAsync(await World.AddMeetingTypeAsync(acme, [ben]), Ten);

        Assert.Equal(new ReassignBookingOutcome.Reassigned(cleo.Id, "Cleo"), await ReassignAsync(meeting));

        Assert.Equal(
            ["Ada: True, True", "Evan: True, False", "Ben: False, True"],
            (await World.RunAsync((ListOtherHosts list) => list.RunAsync(acme.Id, meeting.Id, default)))!
                .Select(host => $"{host.Name}: {host.IsFree}, {host.IsAtWork}"));
    }

    [Fact]
    public async Task Of_a_meeting_that_has_begun_only_what_is_left_of_it_is_taken()
    {
        var meeting = await World.BookAsync(type, Ten);
        var quarter = await World.AddMeetingTypeAsync(acme, [ben], row => row.Length = Duration.FromMinutes(5));
        await World.BookAsync(quarter, Ten);
        World.Clock.Set(World.At(Ten) + Duration.FromMinutes(7) + Duration.FromMilliseconds(350));

        Assert.IsType<ReassignBookingOutcome.Reassigned>(await ReassignAsync(meeting, ben));

        Assert.Equal(World.At(Ten) + Duration.FromMinutes(7), await World.ReadAsync(db => db.TimeClaims
            .Where(claim => claim.Seats.Any(seat => seat.BookingId == meeting.Id)).Select(claim => claim.StartsAt).SingleAsync()));
    }

    [Fact]
    [Trait("Promise", "R1")]
    public async Task Of_twenty_meetings_that_want_one_free_colleague_at_once_one_gets_them()
    {
        var hosts = new List<PortalUser>();
        var meetings = new List<BookedMeeting>();
        for (var number = 0; number < 20; number++)
        {
            hosts.Add(await World.AddHostAsync(acme, $"Host{number}"));
            var own = await World.AddMeetingTypeAsync(acme, [hosts[number], ben], row => row.Assignment = HostAssignment.OneHost);
            meetings.Add(await World.BookAsync(own, Ten));
        }

        var outcomes = await Simultaneously.RunAsync<ReassignBookingOutcome>([.. meetings.Select(meeting => (Func<Task<ReassignBookingOutcome>>)(() => ReassignAsync(meeting)))]);

        Assert.Equal(new ReassignBookingOutcome.Reassigned(ben.Id, "Ben"), Assert.Single(outcomes, outcome => outcome is ReassignBookingOutcome.Reassigned));
        Assert.Equal(19, outcomes.OfType<ReassignBookingOutcome.NobodyFree>().Count());
        Assert.Equal(1, await World.ReadAsync(db => db.TimeClaims.CountAsync(claim => claim.HostId == ben.Id)));
    }

    [Fact]
    public async Task Of_two_colleagues_who_take_it_from_the_host_at_once_the_second_is_told_who_did()
    {
        var meeting = await World.BookAsync(type, Ten);

        var outcomes = await Simultaneously.RunAsync([() => TakeAsync(ben), () => TakeAsync(cleo)]);

        var won = Assert.Single(outcomes.OfType<ReassignBookingOutcome.Reassigned>());
        Assert.Equal(new ReassignBookingOutcome.HostChanged(won.HostName), Assert.Single(outcomes.OfType<ReassignBookingOutcome.HostChanged>()));
        Assert.Equal(won.HostId, (await World.FindBookingAsync(meeting.Id)).HostId);

        Task<ReassignBookingOutcome> TakeAsync(PortalUser by) => World.RunAsync((ReassignBooking reassign) => reassign.RunAsync(
            new ReassignBookingRequest(acme.Id, meeting.Id, by.AsActor()) { NewHostId = by.Id, From = ada.Id }, default));
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Strangers_to_the_type_other_organisations_and_meetings_that_are_over_are_refused()
    {
        var meeting = await World.BookAsync(type, Ten);
        var globex = await World.AddOrganizationAsync();
        var stranger = await World.AddHostAsync(acme, "Sam");

        Assert.IsType<ReassignBookingOutcome.NotEligible>(await ReassignAsync(meeting, stranger));
        Assert.IsType<ReassignBookingOutcome.NotEligible>(await ReassignAsync(meeting, ada));
        Assert.IsType<ReassignBookingOutcome.BookingNotFound>(await World.RunAsync((ReassignBooking reassign) => reassign.RunAsync(
            new ReassignBookingRequest(globex.Id, meeting.Id, stranger.AsActor()) { NewHostId = ben.Id }, default)));
        Assert.Null(await World.RunAsync((ListOtherHosts list) => list.RunAsync(globex.Id, meeting.Id, default)));

        World.Clock.Set(World.At("2026-01-06T10:30"));
        Assert.Equal(new ReassignBookingOutcome.NotReassignable(BookingStatus.Confirmed), await ReassignAsync(meeting, ben));
    }

    [Fact]
    public async Task A_visitor_at_the_door_keeps_their_place()
    {
        var meeting = await World.BookAndWaitAsync(type, Ten);
        World.Clock.Advance(Duration.FromMinutes(6));

        await ReassignAsync(meeting);

        var visitor = await World.FindVisitorAsync(meeting);
        Assert.Equal((Admission.Waiting, World.At(Ten)), (visitor.Admission, visitor.WaitingSince));
        Assert.Equal(BookingStatus.Waiting, (await World.FindBookingAsync(meeting.Id)).Status);
        var row = Assert.Single((await World.RunAsync((ListWaiting list) => list.RunAsync(acme.Id, default))).Waiting);
        Assert.Contains(row.HostName, new[] { "Ben", "Cleo" });
    }

    private Task<ReassignBookingOutcome> ReassignAsync(BookedMeeting meeting, PortalUser? to = null) => World.RunAsync((ReassignBooking reassign) =>
        reassign.RunAsync(new ReassignBookingRequest(acme.Id, meeting.Id, ada.AsActor()) { NewHostId = to?.Id }, default));

    private Task<List<Guid>> ClaimedAsync(BookedMeeting meeting) => World.ReadAsync(db => db.TimeClaims
        .Where(claim => claim.Seats.Any(seat => seat.BookingId == meeting.Id)).Select(claim => claim.HostId).ToListAsync());

    private async Task<List<string>> ToldAsync(BookedMeeting meeting, string except) => [.. (await World.ReadAsync(db => (
        from mail in db.Outbox
        join reader in db.Participants on mail.ParticipantId equals reader.Id
        where mail.BookingId == meeting.Id && mail.Kind != except
        select reader.Name + ": " + mail.Kind).ToListAsync())).Order(StringComparer.Ordinal)];
}

public sealed class ReassignBookingTests_on_Sqlite(SqliteDatabase database) : ReassignBookingTests(database), IClassFixture<SqliteDatabase>;

public sealed class ReassignBookingTests_on_Postgres(PostgresDatabase database) : ReassignBookingTests(database), IClassFixture<PostgresDatabase>;
