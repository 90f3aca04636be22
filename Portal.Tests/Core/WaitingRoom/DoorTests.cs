using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.WaitingRoom;

/// <summary>Letting in and turning away, and who is told what when two act at once.</summary>
public abstract class DoorTests(PortalDatabase database) : WorldTests(database)
{
    private Organization acme = null!;
    private PortalUser ada = null!;
    private PortalUser ben = null!;
    private BookedMeeting meeting = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme, "Ada");
        ben = await World.AddHostAsync(acme, "Ben");
        meeting = await World.BookAndWaitAsync(await World.AddMeetingTypeAsync(acme, [ada]), "2026-01-06T10:00");
    }

    [Fact]
    [Trait("Req", "B3")]
    public async Task A_host_lets_the_waiting_visitor_in()
    {
        World.Clock.Advance(Duration.FromMinutes(1));

        Assert.Equal(new DoorOutcome.Done(meeting.Id, "Vera Visitor"), await AdmitAsync(ada));

        var visitor = await World.FindVisitorAsync(meeting);
        Assert.Equal((Admission.Admitted, ada.Id, World.Now), (visitor.Admission, visitor.ApprovedBy, visitor.ApprovedAt));
        Assert.Equal(BookingStatus.Confirmed, (await World.FindBookingAsync(meeting.Id)).Status);
        Assert.IsType<EnterWaitingRoomOutcome.Admitted>(await World.EnterAsync(meeting));
        Assert.Equal(["visitor.admitted by Ada"], await DecisionsAsync());
    }

    [Fact]
    [Trait("Req", "B3")]
    [Trait("Req", "B10")]
    public async Task A_visitor_turned_away_reads_the_reason_and_may_ask_again()
    {
        Assert.Equal(new DoorOutcome.Done(meeting.Id, "Vera Visitor"), await DeclineAsync(ada, "  Five more minutes  "));

        var turnedAway = await World.FindVisitorAsync(meeting);
        Assert.Equal((Admission.Declined, ada.Id, "Five more minutes"), (turnedAway.Admission, turnedAway.RejectedBy, turnedAway.RejectionReason));
        Assert.Equal("Five more minutes", (await PlaceAsync()).DeclinedReason);
        Assert.Equal(BookingStatus.Confirmed, (await World.FindBookingAsync(meeting.Id)).Status);

        World.Clock.Advance(Duration.FromMinutes(5));
        Assert.IsType<EnterWaitingRoomOutcome.Waiting>(await World.EnterAsync(meeting));

        var again = await World.FindVisitorAsync(meeting);
        Assert.Equal((Admission.Waiting, World.Now, null, null, null), (again.Admission, again.WaitingSince, again.RejectedBy, again.RejectedAt, again.RejectionReason));
        Assert.IsType<DoorOutcome.Done>(await AdmitAsync(ada));
    }

    [Fact]
    [Trait("Req", "N4")]
    public async Task A_visitor_turned_away_may_be_asked_to_come_back_at_a_time_of_the_meeting()
    {
        var back = World.Now + Duration.FromMinutes(20);

        Assert.IsType<DoorOutcome.Done>(await DeclineAsync(ada, "Lunch", back));

        var visitor = await World.FindVisitorAsync(meeting);
        Assert.Equal((back, back), (visitor.ComeBackAt, visitor.RetryAt));
    }

    [Theory]
    [Trait("Req", "N4")]
    [InlineData(0)]
    [InlineData(30)]
    public async Task Nobody_is_asked_to_come_back_in_the_past_or_when_the_meeting_is_over(int minutes)
    {
        var ends = (await World.FindBookingAsync(meeting.Id)).EndsAt;

        Assert.Equal(new DoorOutcome.ComeBackOutsideMeeting(ends), await DeclineAsync(ada, null, World.Now + Duration.FromMinutes(minutes)));

        Assert.Equal(Admission.Waiting, (await World.FindVisitorAsync(meeting)).Admission);
    }

    [Fact]
    [Trait("Req", "B10")]
    public async Task How_soon_a_visitor_may_ask_again_is_the_organisation_s_choice()
    {
        await World.ChangeAsync(async db => (await db.Organizations.SingleAsync(row => row.Id == acme.Id)).AskAgainAfter = Duration.FromMinutes(7));

        await DeclineAsync(ada, null);

        Assert.Equal(World.Now + Duration.FromMinutes(7), (await World.FindVisitorAsync(meeting)).RetryAt);
    }

    [Fact]
    [Trait("Req", "B5")]
    public async Task A_host_asks_for_patience_and_the_latest_word_stands()
    {
        await HoldAsync("One minute");
        World.Clock.Advance(Duration.FromMinutes(1));

        Assert.Equal(new DoorOutcome.Done(meeting.Id, "Vera Visitor"), await HoldAsync("  Two more  "));

        var visitor = await World.FindVisitorAsync(meeting);
        Assert.Equal((Admission.Waiting, "Two more", World.Now), (visitor.Admission, visitor.HostMessage, visitor.HostMessageAt));
        Assert.Equal("Two more", Assert.Single(await World.RunAsync((ListWaiting list) => list.RunAsync(acme.Id, default))).HostMessage);
        Assert.True(await World.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Action == "visitor.asked_to_hold" && row.Detail == "Vera Visitor: Two more")));

        await AdmitAsync(ben);
        Assert.Equal(new DoorOutcome.NoLongerWaiting("Vera Visitor", Admission.Admitted, "Ben", World.Now), await HoldAsync("Three"));
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task Everybody_seen_waiting_is_let_in_and_who_left_that_moment_stops_nobody()
    {
        var (gus, eve) = (await AddGuestAsync(), await AddGuestAsync());
        foreach (var guest in new[] { gus, eve })
            await World.RunAsync((EnterWaitingRoom enter) => enter.RunAsync(guest.Id, default));
        World.BeforeNextSave = () => LeaveAsync();

        var outcomes = await World.RunAsync((AdmitAll admit) => admit.RunAsync(
            new AdmitAllRequest(acme.Id, [meeting.VisitorId, gus.Id], ada.AsActor()), default));

        Assert.Equal(
            [new DoorOutcome.NoLongerWaiting("Vera Visitor", Admission.Outside, null, null), new DoorOutcome.Done(meeting.Id, "Gus Guest")], outcomes);
        var people = (await World.FindBookingAsync(meeting.Id)).Participants;
        Assert.Equal(Admission.Admitted, people.Single(person => person.Id == gus.Id).Admission);
        // not seen when it was pressed
        Assert.Equal(Admission.Waiting, people.Single(person => person.Id == eve.Id).Admission);
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task Of_two_hosts_who_let_everybody_in_at_once_each_visitor_is_let_in_by_one()
    {
        var gus = await AddGuestAsync();
        await World.RunAsync((EnterWaitingRoom enter) => enter.RunAsync(gus.Id, default));

        var outcomes = await Simultaneously.RunAsync<IReadOnlyList<DoorOutcome>>([() => AllAsync(ada), () => AllAsync(ben), () => AllAsync(ada), () => AllAsync(ben)]);

        Assert.Equal(2, outcomes.Sum(one => one.OfType<DoorOutcome.Done>().Count()));
        Assert.Equal(2, (await DecisionsAsync()).Count);

        Task<IReadOnlyList<DoorOutcome>> AllAsync(PortalUser by) => World.RunAsync((AdmitAll admit) => admit.RunAsync(
            new AdmitAllRequest(acme.Id, [meeting.VisitorId, gus.Id], by.AsActor()), default));
    }

    [Fact]
    public async Task A_blank_reason_is_no_reason()
    {
        await DeclineAsync(ada, "  ");

        Assert.Null((await PlaceAsync()).DeclinedReason);
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task Who_comes_second_is_told_the_colleague_s_name()
    {
        await AdmitAsync(ada);

        Assert.Equal(new DoorOutcome.NoLongerWaiting("Vera Visitor", Admission.Admitted, "Ada", World.Now), await DeclineAsync(ben, "Busy"));

        Assert.Equal(Admission.Admitted, (await World.FindVisitorAsync(meeting)).Admission);
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task A_colleague_who_was_faster_between_look_and_act_is_named_and_their_decision_stands()
    {
        World.BeforeNextSave = () => DeclineAsync(ada, "Tomorrow");

        Assert.Equal(new DoorOutcome.NoLongerWaiting("Vera Visitor", Admission.Declined, "Ada", World.Now), await AdmitAsync(ben));

        var visitor = await World.FindVisitorAsync(meeting);
        Assert.Equal((Admission.Declined, null), (visitor.Admission, visitor.ApprovedBy));
        Assert.Equal(["visitor.declined by Ada"], await DecisionsAsync());
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task Of_many_hosts_who_decide_at_once_one_does_and_the_others_hear_of_it()
    {
        var outcomes = await Simultaneously.RunAsync<DoorOutcome>([
            () => AdmitAsync(ada), () => DeclineAsync(ben, null), () => AdmitAsync(ben), () => DeclineAsync(ada, null),
            () => AdmitAsync(ada), () => DeclineAsync(ben, null), () => AdmitAsync(ben), () => DeclineAsync(ada, null),
        ]);

        Assert.Single(outcomes.OfType<DoorOutcome.Done>());
        var decided = await World.FindVisitorAsync(meeting);
        var decider = (decided.ApprovedBy ?? decided.RejectedBy) == ada.Id ? "Ada" : "Ben";
        Assert.All(
            outcomes.Where(outcome => outcome is not DoorOutcome.Done),
            outcome => Assert.Equal(new DoorOutcome.NoLongerWaiting("Vera Visitor", decided.Admission, decider, World.Now), outcome));
        Assert.Single(await DecisionsAsync());
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task A_visitor_who_leaves_while_being_let_in_is_gone_and_the_host_is_told()
    {
        World.BeforeNextSave = () => LeaveAsync();

        Assert.Equal(new DoorOutcome.NoLongerWaiting("Vera Visitor", Admission.Outside, null, null), await AdmitAsync(ada));

        Assert.Equal(Admission.Outside, (await World.FindVisitorAsync(meeting)).Admission);
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task A_visitor_let_in_while_leaving_stays_let_in()
    {
        World.BeforeNextSave = () => AdmitAsync(ada);

        Assert.Equal(Admission.Admitted, await LeaveAsync());
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task Somebody_else_s_arrival_in_the_same_meeting_does_not_undo_a_decision()
    {
        var guest = await AddGuestAsync();
        World.BeforeNextSave = () => World.RunAsync((EnterWaitingRoom enter) => enter.RunAsync(guest.Id, default));

        Assert.IsType<DoorOutcome.Done>(await AdmitAsync(ada));

        var booking = await World.FindBookingAsync(meeting.Id);
        Assert.Equal(Admission.Waiting, booking.Participants.Single(person => person.Id == guest.Id).Admission);
        Assert.Equal(BookingStatus.Waiting, booking.Status);
    }

    [Fact]
    [Trait("Req", "X3")]
    public async Task A_booking_waits_as_long_as_any_of_its_visitors_does()
    {
        var guest = await AddGuestAsync();
        await World.RunAsync((EnterWaitingRoom enter) => enter.RunAsync(guest.Id, default));

        await AdmitAsync(ada);
        Assert.Equal(BookingStatus.Waiting, (await World.FindBookingAsync(meeting.Id)).Status);
        await World.RunAsync((DeclineParticipant decline) => decline.RunAsync(
            new DeclineParticipantRequest(acme.Id, guest.Id, null, ada.AsActor()), default));
        Assert.Equal(BookingStatus.Confirmed, (await World.FindBookingAsync(meeting.Id)).Status);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task A_visitor_of_another_organisation_is_not_found()
    {
        var globex = await World.AddOrganizationAsync();
        var eve = await World.AddHostAsync(globex, "Eve");

        Assert.IsType<DoorOutcome.ParticipantNotFound>(await World.RunAsync((AdmitParticipant admit) => admit.RunAsync(
            new AdmitParticipantRequest(globex.Id, meeting.VisitorId, eve.AsActor()), default)));
        Assert.IsType<DoorOutcome.ParticipantNotFound>(await World.RunAsync((DeclineParticipant decline) => decline.RunAsync(
            new DeclineParticipantRequest(globex.Id, meeting.VisitorId, null, eve.AsActor()), default)));
        Assert.Equal(Admission.Waiting, (await World.FindVisitorAsync(meeting)).Admission);
    }

    [Fact]
    public async Task A_host_is_nobody_to_be_let_in()
    {
        var host = (await World.FindBookingAsync(meeting.Id)).Participants.Single(person => person.IsStaff);

        Assert.IsType<DoorOutcome.ParticipantNotFound>(await World.RunAsync((AdmitParticipant admit) => admit.RunAsync(
            new AdmitParticipantRequest(acme.Id, host.Id, ada.AsActor()), default)));
    }

    private Task<DoorOutcome> AdmitAsync(PortalUser by) => World.RunAsync((AdmitParticipant admit) => admit.RunAsync(
        new AdmitParticipantRequest(acme.Id, meeting.VisitorId, by.AsActor()), default));

    private Task<DoorOutcome> DeclineAsync(PortalUser by, string? reason, Instant? comeBackAt = null) => World.RunAsync((DeclineParticipant decline) =>
        decline.RunAsync(new DeclineParticipantRequest(acme.Id, meeting.VisitorId, reason, by.AsActor()) { ComeBackAt = comeBackAt }, default));

    private Task<DoorOutcome> HoldAsync(string message) => World.RunAsync((HoldParticipant hold) => hold.RunAsync(
        new HoldParticipantRequest(acme.Id, meeting.VisitorId, message, ada.AsActor()), default));

    private Task<Admission> LeaveAsync() => World.RunAsync((LeaveWaitingRoom leave) => leave.RunAsync(meeting.VisitorId, default));

    private Task<WaitingPlace> PlaceAsync() => World.PlaceOfAsync(meeting);

    private async Task<Participant> AddGuestAsync()
    {
        var guest = new Participant
        {
            Id = Guid.CreateVersion7(),
            BookingId = meeting.Id,
            OrganizationId = acme.Id,
            Role = ParticipantRole.Visitor,
            Name = "Gus Guest",
            Email = "gus@visitor.test",
        };
        await World.AddAsync(guest);
        return guest;
    }

    private Task<List<string>> DecisionsAsync() => World.ReadAsync(db => db.AuditEntries
        .Where(row => row.BookingId == meeting.Id && (row.Action == "visitor.admitted" || row.Action == "visitor.declined"))
        .Select(row => row.Action + " by " + row.ActorName)
        .ToListAsync());
}

public sealed class DoorTests_on_Sqlite(SqliteDatabase database) : DoorTests(database), IClassFixture<SqliteDatabase>;

public sealed class DoorTests_on_Postgres(PostgresDatabase database) : DoorTests(database), IClassFixture<PostgresDatabase>;
