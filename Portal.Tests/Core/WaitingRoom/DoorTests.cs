using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.WaitingRoom;

/// <summary>Letting in, turning away and asking for patience.</summary>
public abstract class DoorTests(PortalDatabase database) : VisitorAtTheDoorTests(database)
{
    [Fact]
    [Trait("Req", "B3")]
    public async Task A_host_lets_the_waiting_visitor_in()
    {
        World.Clock.Advance(Duration.FromMinutes(1));

        Assert.Equal(new DoorOutcome.Done(Meeting.Id, "Vera Visitor"), await AdmitAsync(Ada));

        var visitor = await World.FindVisitorAsync(Meeting);
        Assert.Equal((Admission.Admitted, Ada.Id, World.Now), (visitor.Admission, visitor.ApprovedBy, visitor.ApprovedAt));
        Assert.Equal(BookingStatus.Confirmed, (await World.FindBookingAsync(Meeting.Id)).Status);
        Assert.IsType<EnterWaitingRoomOutcome.Admitted>(await World.EnterAsync(Meeting));
        Assert.Equal(["visitor.admitted by Ada"], await DecisionsAsync());
    }

    [Fact]
    [Trait("Req", "B3")]
    [Trait("Req", "B10")]
    public async Task A_visitor_turned_away_reads_the_reason_and_may_ask_again()
    {
        Assert.Equal(new DoorOutcome.Done(Meeting.Id, "Vera Visitor"), await DeclineAsync(Ada, "  Five more minutes  "));

        var turnedAway = await World.FindVisitorAsync(Meeting);
        Assert.Equal((Admission.Declined, Ada.Id, "Five more minutes"), (turnedAway.Admission, turnedAway.RejectedBy, turnedAway.RejectionReason));
        Assert.Equal("Five more minutes", (await PlaceAsync()).DeclinedReason);
        Assert.Equal(BookingStatus.Confirmed, (await World.FindBookingAsync(Meeting.Id)).Status);

        World.Clock.Advance(Duration.FromMinutes(5));
        Assert.IsType<EnterWaitingRoomOutcome.Waiting>(await World.EnterAsync(Meeting));

        var again = await World.FindVisitorAsync(Meeting);
        Assert.Equal((Admission.Waiting, World.Now, null, null, null), (again.Admission, again.WaitingSince, again.RejectedBy, again.RejectedAt, again.RejectionReason));
        Assert.IsType<DoorOutcome.Done>(await AdmitAsync(Ada));
    }

    [Fact]
    [Trait("Req", "N4")]
    public async Task A_visitor_turned_away_may_be_asked_to_come_back_at_a_time_of_the_meeting()
    {
        var back = World.Now + Duration.FromMinutes(20);

        Assert.IsType<DoorOutcome.Done>(await DeclineAsync(Ada, "Lunch", back));

        var visitor = await World.FindVisitorAsync(Meeting);
        Assert.Equal((back, back), (visitor.ComeBackAt, visitor.RetryAt));
    }

    [Theory]
    [Trait("Req", "N4")]
    [InlineData(0)]
    [InlineData(30)]
    public async Task Nobody_is_asked_to_come_back_in_the_past_or_when_the_meeting_is_over(int minutes)
    {
        var ends = (await World.FindBookingAsync(Meeting.Id)).EndsAt;

        Assert.Equal(new DoorOutcome.ComeBackOutsideMeeting(ends), await DeclineAsync(Ada, null, World.Now + Duration.FromMinutes(minutes)));

        Assert.Equal(Admission.Waiting, (await World.FindVisitorAsync(Meeting)).Admission);
    }

    [Fact]
    [Trait("Req", "B10")]
    public async Task How_soon_a_visitor_may_ask_again_is_the_organisation_s_choice()
    {
        await World.ChangeAsync(async db => (await db.Organizations.SingleAsync(row => row.Id == Acme.Id)).AskAgainAfter = Duration.FromMinutes(7));

        await DeclineAsync(Ada, null);

        Assert.Equal(World.Now + Duration.FromMinutes(7), (await World.FindVisitorAsync(Meeting)).RetryAt);
    }

    [Fact]
    [Trait("Req", "B5")]
    public async Task A_host_asks_for_patience_and_the_latest_word_stands()
    {
        await HoldAsync("One minute");
        World.Clock.Advance(Duration.FromMinutes(1));

        Assert.Equal(new DoorOutcome.Done(Meeting.Id, "Vera Visitor"), await HoldAsync("  Two more  "));

        var visitor = await World.FindVisitorAsync(Meeting);
        Assert.Equal((Admission.Waiting, "Two more", World.Now), (visitor.Admission, visitor.HostMessage, visitor.HostMessageAt));
        Assert.Equal("Two more", Assert.Single((await World.RunAsync((ListWaiting list) => list.RunAsync(Acme.Id, default))).Waiting).HostMessage);
        Assert.True(await World.ReadAsync(db => db.AuditEntries.AnyAsync(row => row.Action == "visitor.asked_to_hold" && row.Detail == "Vera Visitor: Two more")));

        await AdmitAsync(Ben);
        Assert.Equal(new DoorOutcome.NoLongerWaiting("Vera Visitor", Admission.Admitted, "Ben", World.Now), await HoldAsync("Three"));
    }

    [Fact]
    public async Task A_blank_reason_is_no_reason()
    {
        await DeclineAsync(Ada, "  ");

        Assert.Null((await PlaceAsync()).DeclinedReason);
    }

    [Fact]
    [Trait("Req", "X3")]
    public async Task A_booking_waits_as_long_as_any_of_its_visitors_does()
    {
        var guest = await AddGuestAsync();
        await World.RunAsync((EnterWaitingRoom enter) => enter.RunAsync(guest.Id, default));

        await AdmitAsync(Ada);
        Assert.Equal(BookingStatus.Waiting, (await World.FindBookingAsync(Meeting.Id)).Status);
        await World.RunAsync((DeclineParticipant decline) => decline.RunAsync(
            new DeclineParticipantRequest(Acme.Id, guest.Id, null, Ada.AsActor()), default));
        Assert.Equal(BookingStatus.Confirmed, (await World.FindBookingAsync(Meeting.Id)).Status);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task A_visitor_of_another_organisation_is_not_found()
    {
        var globex = await World.AddOrganizationAsync();
        var eve = await World.AddHostAsync(globex, "Eve");

        Assert.IsType<DoorOutcome.ParticipantNotFound>(await World.RunAsync((AdmitParticipant admit) => admit.RunAsync(
            new AdmitParticipantRequest(globex.Id, Meeting.VisitorId, eve.AsActor()), default)));
        Assert.IsType<DoorOutcome.ParticipantNotFound>(await World.RunAsync((DeclineParticipant decline) => decline.RunAsync(
            new DeclineParticipantRequest(globex.Id, Meeting.VisitorId, null, eve.AsActor()), default)));
        Assert.Equal(Admission.Waiting, (await World.FindVisitorAsync(Meeting)).Admission);
    }

    [Fact]
    public async Task A_host_is_nobody_to_be_let_in()
    {
        var host = (await World.FindBookingAsync(Meeting.Id)).Participants.Single(person => person.IsStaff);

        Assert.IsType<DoorOutcome.ParticipantNotFound>(await World.RunAsync((AdmitParticipant admit) => admit.RunAsync(
            new AdmitParticipantRequest(Acme.Id, host.Id, Ada.AsActor()), default)));
    }

    private Task<DoorOutcome> HoldAsync(string message) => World.RunAsync((HoldParticipant hold) => hold.RunAsync(
        new HoldParticipantRequest(Acme.Id, Meeting.VisitorId, message, Ada.AsActor()), default));

    private Task<WaitingPlace> PlaceAsync() => World.PlaceOfAsync(Meeting);
}

public sealed class DoorTests_on_Sqlite(SqliteDatabase database) : DoorTests(database), IClassFixture<SqliteDatabase>;

public sealed class DoorTests_on_Postgres(PostgresDatabase database) : DoorTests(database), IClassFixture<PostgresDatabase>;
