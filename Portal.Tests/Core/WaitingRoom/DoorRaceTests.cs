using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.WaitingRoom;

/// <summary>Who is told what when two act at once (B8).</summary>
public abstract class DoorRaceTests(PortalDatabase database) : VisitorAtTheDoorTests(database)
{
    [Fact]
    [Trait("Req", "B8")]
    public async Task Everybody_seen_waiting_is_let_in_and_who_left_that_moment_stops_nobody()
    {
        var (gus, eve) = (await AddGuestAsync(), await AddGuestAsync());
        foreach (var guest in new[] { gus, eve })
            await World.RunAsync((EnterWaitingRoom enter) => enter.RunAsync(guest.Id, default));
        World.BeforeNextSave = () => LeaveAsync();

        var outcomes = await World.RunAsync((AdmitAll admit) => admit.RunAsync(
            new AdmitAllRequest(Acme.Id, [Meeting.VisitorId, gus.Id], Ada.AsActor()), default));

        Assert.Equal(
            [new DoorOutcome.NoLongerWaiting("Vera Visitor", Admission.Outside, null, null), new DoorOutcome.Done(Meeting.Id, "Gus Guest")], outcomes);
        var people = (await World.FindBookingAsync(Meeting.Id)).Participants;
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

        var outcomes = await Simultaneously.RunAsync<IReadOnlyList<DoorOutcome>>([() => AllAsync(Ada), () => AllAsync(Ben), () => AllAsync(Ada), () => AllAsync(Ben)]);

        Assert.Equal(2, outcomes.Sum(one => one.OfType<DoorOutcome.Done>().Count()));
        Assert.Equal(2, (await DecisionsAsync()).Count);

        Task<IReadOnlyList<DoorOutcome>> AllAsync(PortalUser by) => World.RunAsync((AdmitAll admit) => admit.RunAsync(
            new AdmitAllRequest(Acme.Id, [Meeting.VisitorId, gus.Id], by.AsActor()), default));
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task Who_comes_second_is_told_the_colleague_s_name()
    {
        await AdmitAsync(Ada);

        Assert.Equal(new DoorOutcome.NoLongerWaiting("Vera Visitor", Admission.Admitted, "Ada", World.Now), await DeclineAsync(Ben, "Busy"));

        Assert.Equal(Admission.Admitted, (await World.FindVisitorAsync(Meeting)).Admission);
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task A_colleague_who_was_faster_between_look_and_act_is_named_and_their_decision_stands()
    {
        World.BeforeNextSave = () => DeclineAsync(Ada, "Tomorrow");

        Assert.Equal(new DoorOutcome.NoLongerWaiting("Vera Visitor", Admission.Declined, "Ada", World.Now), await AdmitAsync(Ben));

        var visitor = await World.FindVisitorAsync(Meeting);
        Assert.Equal((Admission.Declined, null), (visitor.Admission, visitor.ApprovedBy));
        Assert.Equal(["visitor.declined by Ada"], await DecisionsAsync());
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task Of_many_hosts_who_decide_at_once_one_does_and_the_others_hear_of_it()
    {
        var outcomes = await Simultaneously.RunAsync<DoorOutcome>([
            () => AdmitAsync(Ada), () => DeclineAsync(Ben, null), () => AdmitAsync(Ben), () => DeclineAsync(Ada, null),
            () => AdmitAsync(Ada), () => DeclineAsync(Ben, null), () => AdmitAsync(Ben), () => DeclineAsync(Ada, null),
        ]);

        Assert.Single(outcomes.OfType<DoorOutcome.Done>());
        var decided = await World.FindVisitorAsync(Meeting);
        var decider = (decided.ApprovedBy ?? decided.RejectedBy) == Ada.Id ? "Ada" : "Ben";
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

        Assert.Equal(new DoorOutcome.NoLongerWaiting("Vera Visitor", Admission.Outside, null, null), await AdmitAsync(Ada));

        Assert.Equal(Admission.Outside, (await World.FindVisitorAsync(Meeting)).Admission);
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task A_visitor_let_in_while_leaving_stays_let_in()
    {
        World.BeforeNextSave = () => AdmitAsync(Ada);

        Assert.Equal(Admission.Admitted, await LeaveAsync());
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task Somebody_else_s_arrival_in_the_same_meeting_does_not_undo_a_decision()
    {
        var guest = await AddGuestAsync();
        World.BeforeNextSave = () => World.RunAsync((EnterWaitingRoom enter) => enter.RunAsync(guest.Id, default));

        Assert.IsType<DoorOutcome.Done>(await AdmitAsync(Ada));

        var booking = await World.FindBookingAsync(Meeting.Id);
        Assert.Equal(Admission.Waiting, booking.Participants.Single(person => person.Id == guest.Id).Admission);
        Assert.Equal(BookingStatus.Waiting, booking.Status);
    }

    private Task<Admission> LeaveAsync() => World.RunAsync((LeaveWaitingRoom leave) => leave.RunAsync(Meeting.VisitorId, default));
}

public sealed class DoorRaceTests_on_Sqlite(SqliteDatabase database) : DoorRaceTests(database), IClassFixture<SqliteDatabase>;

public sealed class DoorRaceTests_on_Postgres(PostgresDatabase database) : DoorRaceTests(database), IClassFixture<PostgresDatabase>;
