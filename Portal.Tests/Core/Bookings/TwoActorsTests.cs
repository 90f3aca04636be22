using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Video;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

/// <summary>Two people act on one booking at the same moment: one wins, the other hears what became of it, nothing happens twice.</summary>
[Trait("Promise", "R1")]
public abstract class TwoActorsTests(PortalDatabase database) : WorldTests(database, services => services.AddScoped<EnterCall>())
{
    private static readonly string[] Starts =
        ["2026-01-06T10:00", "2026-01-06T11:00", "2026-01-06T12:00", "2026-01-06T13:00", "2026-01-06T14:00", "2026-01-06T15:00"];

    private Organization acme = null!;
    private PortalUser ada = null!;
    private PortalUser emil = null!;
    private MeetingType approved = null!;
    private MeetingType direct = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme);
        emil = await World.AddMemberAsync(acme, MemberRole.Admin, "Emil");
        approved = await World.AddMeetingTypeAsync(acme, [ada], type => type.NeedsApproval = true);
        direct = await World.AddMeetingTypeAsync(acme, [ada]);
    }

    [Fact]
    [Trait("Req", "C1")]
    public Task Bug_29958_of_two_who_approve_at_once_one_does_and_everybody_is_invited_once() => EachTimeAsync(approved, async meeting =>
    {
        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(approved, (await World.FindBookingAsync(meeting.Id)).StartsAt));

        var outcomes = await Simultaneously.RunAsync([() => ConfirmAsync(meeting, ada), () => ConfirmAsync(meeting, emil)]);

        Assert.Single(outcomes.OfType<DecideBookingOutcome.Decided>());
        Assert.Equal(new DecideBookingOutcome.NotPending(BookingStatus.Confirmed), Assert.Single(outcomes.OfType<DecideBookingOutcome.NotPending>()));
        await AssertHappenedAsync(meeting, BookingStatus.Confirmed, "booking.requested", "booking.confirmed");
    });

    [Fact]
    public Task Approved_and_refused_at_once_it_is_one_of_them() => EachTimeAsync(approved, async meeting =>
    {
        var outcomes = await Simultaneously.RunAsync([() => ConfirmAsync(meeting, ada), () => RejectAsync(meeting, emil)]);

        var won = outcomes[0] is DecideBookingOutcome.Decided ? BookingStatus.Confirmed : BookingStatus.Rejected;
        Assert.Single(outcomes.OfType<DecideBookingOutcome.Decided>());
        Assert.Equal(new DecideBookingOutcome.NotPending(won), Assert.Single(outcomes.OfType<DecideBookingOutcome.NotPending>()));
        await AssertHappenedAsync(meeting, won, "booking.requested", won == BookingStatus.Confirmed ? "booking.confirmed" : "booking.rejected");
    });

    [Fact]
    public Task Approved_and_cancelled_at_once_it_is_cancelled_and_holds_no_time() => EachTimeAsync(approved, async meeting =>
    {
        var outcomes = await Simultaneously.RunAsync<object>([async () => await ConfirmAsync(meeting, ada), async () => await CancelAsync(meeting)]);

        Assert.IsType<CancelBookingOutcome.Cancelled>(outcomes[1]);
        string[] history = outcomes[0] is DecideBookingOutcome.Decided
            ? ["booking.requested", "booking.confirmed", "booking.cancelled"]
            : ["booking.requested", "booking.cancelled"];
        if (history.Length == 2)
            Assert.Equal(new DecideBookingOutcome.NotPending(BookingStatus.Cancelled), outcomes[0]);
        await AssertHappenedAsync(meeting, BookingStatus.Cancelled, history);
    });

    [Fact]
    public Task Approved_and_moved_at_once_it_is_both() => EachTimeAsync(approved, async meeting =>
    {
        var outcomes = await Simultaneously.RunAsync<object>([async () => await ConfirmAsync(meeting, ada), async () => await MoveAsync(meeting, 1)]);

        Assert.IsType<DecideBookingOutcome.Decided>(outcomes[0]);
        Assert.IsType<RescheduleBookingOutcome.Moved>(outcomes[1]);
        var history = await HistoryAsync(meeting);
        Assert.Equal(["booking.confirmed", "booking.moved", "booking.requested"], history.Order());
        await AssertHappenedAsync(meeting, BookingStatus.Confirmed, [.. history]);
    });

    [Fact]
    public Task Cancelled_twice_at_once_everybody_hears_it_once() => EachTimeAsync(direct, async meeting =>
    {
        var outcomes = await Simultaneously.RunAsync([() => CancelAsync(meeting), () => CancelAsync(meeting)]);

        Assert.Single(outcomes.OfType<CancelBookingOutcome.Cancelled>());
        Assert.Equal(new CancelBookingOutcome.NotCancellable(BookingStatus.Cancelled), Assert.Single(outcomes.OfType<CancelBookingOutcome.NotCancellable>()));
        await AssertHappenedAsync(meeting, BookingStatus.Cancelled, "booking.confirmed", "booking.cancelled");
    });

    [Fact]
    public Task Cancelled_and_moved_at_once_it_is_cancelled_and_whoever_moved_knows() => EachTimeAsync(direct, async meeting =>
    {
        var outcomes = await Simultaneously.RunAsync<object>([async () => await CancelAsync(meeting), async () => await MoveAsync(meeting, 1)]);

        Assert.IsType<CancelBookingOutcome.Cancelled>(outcomes[0]);
        string[] history = outcomes[1] is RescheduleBookingOutcome.Moved
            ? ["booking.confirmed", "booking.moved", "booking.cancelled"]
            : ["booking.confirmed", "booking.cancelled"];
        if (history.Length == 2)
            Assert.Equal(new RescheduleBookingOutcome.NotMovable(BookingStatus.Cancelled), outcomes[1]);
        await AssertHappenedAsync(meeting, BookingStatus.Cancelled, history);
    });

    [Fact]
    public Task Moved_twice_at_once_each_of_the_two_times_is_its_own_once() => EachTimeAsync(direct, async meeting =>
    {
        var outcomes = await Simultaneously.RunAsync([() => MoveAsync(meeting, 1), () => MoveAsync(meeting, 2)]);

        Assert.All(outcomes, outcome => Assert.IsType<RescheduleBookingOutcome.Moved>(outcome));
        await AssertHappenedAsync(meeting, BookingStatus.Confirmed, "booking.confirmed", "booking.moved", "booking.moved");
    });

    [Fact]
    [Trait("Req", "B14")]
    public Task Cancelled_and_started_at_once_it_is_one_of_them() => EachTimeAsync(direct, async meeting =>
    {
        World.Clock.Set((await World.FindBookingAsync(meeting.Id)).StartsAt);

        var outcomes = await Simultaneously.RunAsync<object>([async () => await CancelAsync(meeting), async () => await StartAsync(meeting)]);

        if (outcomes[0] is CancelBookingOutcome.Cancelled)
        {
            Assert.IsType<EnterCallOutcome.RoomLeftBehind>(outcomes[1]);
            await AssertHappenedAsync(meeting, BookingStatus.Cancelled, "booking.confirmed", "booking.cancelled");
        }
        else
        {
            Assert.Equal(new CancelBookingOutcome.NotCancellable(BookingStatus.InProgress), outcomes[0]);
            Assert.IsType<EnterCallOutcome.Entered>(outcomes[1]);
            await AssertHappenedAsync(meeting, BookingStatus.InProgress, "booking.confirmed", "call.joined");
        }
    });

    // who comes first differs from time to time
    private async Task EachTimeAsync(MeetingType type, Func<BookedMeeting, Task> act)
    {
        foreach (var start in Starts)
            await act(await World.BookAsync(type, start));
    }

    /// <summary>Once each and in this order, told to everybody once, its time taken as often as it should be.</summary>
    private async Task AssertHappenedAsync(BookedMeeting meeting, BookingStatus status, params string[] history)
    {
        Assert.Equal(status, (await World.FindBookingAsync(meeting.Id)).Status);
        Assert.Equal(history, await HistoryAsync(meeting));
        var told = await World.ReadAsync(db => db.Outbox.Where(row => row.BookingId == meeting.Id)
            .Select(row => new { row.ParticipantId, row.Kind, row.Payload }).ToListAsync());
        Assert.Equal(told.Distinct().Count(), told.Count);
        Assert.Equal(history.Count(line => line.StartsWith("booking.", StringComparison.Ordinal)), told.Where(row => row.ParticipantId == meeting.VisitorId).Count());
        Assert.Equal(status.IsFinal() ? 0 : 1, await World.ReadAsync(db => db.ClaimSeats.CountAsync(seat => seat.BookingId == meeting.Id)));
    }

    private Task<List<string>> HistoryAsync(BookedMeeting meeting) => World.ReadAsync(db =>
        db.AuditEntries.Where(row => row.BookingId == meeting.Id).OrderBy(row => row.Id).Select(row => row.Action).ToListAsync());

    private Task<DecideBookingOutcome> ConfirmAsync(BookedMeeting meeting, PortalUser by) =>
        World.RunAsync((ConfirmBooking confirm) => confirm.RunAsync(new DecideBookingRequest(Member(by), meeting.Id), default));

    private Task<DecideBookingOutcome> RejectAsync(BookedMeeting meeting, PortalUser by) =>
        World.RunAsync((RejectBooking reject) => reject.RunAsync(new DecideBookingRequest(Member(by), meeting.Id), default));

    private Task<CancelBookingOutcome> CancelAsync(BookedMeeting meeting) => World.RunAsync((CancelBooking cancel) =>
        cancel.RunAsync(new CancelBookingRequest(meeting.OrganizationId, meeting.Id, null, ada.AsActor()), default));

    /// <param name="days">Later than it is.</param>
    private async Task<RescheduleBookingOutcome> MoveAsync(BookedMeeting meeting, int days)
    {
        var start = (await World.FindBookingAsync(meeting.Id)).StartsAt + NodaTime.Duration.FromDays(days);
        return await World.RunAsync((RescheduleBooking move) =>
            move.RunAsync(new RescheduleBookingRequest(meeting.OrganizationId, meeting.Id, start, null, ada.AsActor()), default));
    }

    private async Task<EnterCallOutcome> StartAsync(BookedMeeting meeting)
    {
        var booking = await World.FindBookingAsync(meeting.Id);
        var host = booking.Participants.Single(person => person.Role == ParticipantRole.Host);
        return await World.RunAsync((EnterCall enter) => enter.RunAsync(new RoomSeat(RoomName.Of(booking), booking.Id, host.Id, host.Name, true), default));
    }

    private CurrentMember Member(PortalUser user) =>
        new(user.Id, user.DisplayName, acme.Id, acme.Slug, acme.Name, acme.Zone, acme.WaitingRoomEnabled, user == emil ? MemberRole.Admin : MemberRole.Host);
}

public sealed class TwoActorsTests_on_Sqlite(SqliteDatabase database) : TwoActorsTests(database), IClassFixture<SqliteDatabase>;

public sealed class TwoActorsTests_on_Postgres(PostgresDatabase database) : TwoActorsTests(database), IClassFixture<PostgresDatabase>;
