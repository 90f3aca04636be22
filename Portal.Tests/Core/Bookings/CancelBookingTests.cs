using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

[Trait("Req", "B12")]
public abstract class CancelBookingTests(PortalDatabase database) : WorldTests(database)
{
    protected MeetingType Type { get; private set; } = null!;

    protected Actor Ada { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        var acme = await World.AddOrganizationAsync();
        var host = await World.AddHostAsync(acme);
        Ada = host.AsActor();
        Type = await World.AddMeetingTypeAsync(acme, [host]);
    }

    [Fact]
    [Trait("Promise", "R1")]
    public async Task A_cancelled_meeting_gives_its_time_back()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");

        Assert.IsType<CancelBookingOutcome.Cancelled>(await CancelAsync(meeting, Ada));

        Assert.Equal(BookingStatus.Cancelled, (await World.FindBookingAsync(meeting.Id)).Status);
        await World.BookAsync(Type, "2026-01-06T10:00");
    }

    [Fact]
    [Trait("Req", "F1")]
    public async Task Everybody_in_it_is_told_by_whom_and_why()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");

        await CancelAsync(meeting, Ada, "  I am ill  ");

        var booking = await World.FindBookingAsync(meeting.Id);
        var messages = await World.ReadAsync(db => db.Outbox.Where(row => row.BookingId == meeting.Id && row.Kind == "meeting_cancelled").ToListAsync());
        Assert.Equal(booking.Participants.Select(person => person.Id).Order(), messages.Select(message => message.ParticipantId).Order());
        Assert.All(messages, message =>
        {
            Assert.Contains("\"CancelledBy\":\"Ada\"", message.Payload, StringComparison.Ordinal);
            Assert.Contains("\"Reason\":\"I am ill\"", message.Payload, StringComparison.Ordinal);
            Assert.Contains("\"Sequence\":1", message.Payload, StringComparison.Ordinal);
        });
        Assert.Equal("I am ill", booking.CancellationReason);
        var line = await World.ReadAsync(db => db.AuditEntries.SingleAsync(row => row.BookingId == meeting.Id && row.Action == "booking.cancelled"));
        Assert.Equal((ActorKind.Staff, Ada.Id, "Ada"), (line.ActorKind, line.ActorId, line.ActorName));
    }

    [Fact]
    public async Task A_blank_reason_is_no_reason()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");

        await CancelAsync(meeting, Ada, "   ");

        Assert.Null((await World.FindBookingAsync(meeting.Id)).CancellationReason);
    }

    [Fact]
    public async Task A_second_cancellation_changes_nothing()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");
        await CancelAsync(meeting, Ada, "Ill");

        Assert.Equal(new CancelBookingOutcome.NotCancellable(BookingStatus.Cancelled), await CancelAsync(meeting, meeting.Visitor, "Other plans"));

        Assert.Equal("Ill", (await World.FindBookingAsync(meeting.Id)).CancellationReason);
        Assert.Equal(2, await World.ReadAsync(db => db.Outbox.CountAsync(row => row.BookingId == meeting.Id && row.Kind == "meeting_cancelled")));
    }

    [Fact]
    public async Task Of_many_who_cancel_at_once_one_does_and_everybody_is_told_once()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");

        var outcomes = await Simultaneously.RunAsync(8, () => CancelAsync(meeting, Ada));

        Assert.Single(outcomes.OfType<CancelBookingOutcome.Cancelled>());
        Assert.Equal(7, outcomes.OfType<CancelBookingOutcome.NotCancellable>().Count());
        Assert.Equal(2, await World.ReadAsync(db => db.Outbox.CountAsync(row => row.BookingId == meeting.Id && row.Kind == "meeting_cancelled")));
    }

    [Fact]
    public async Task A_running_meeting_is_ended_not_cancelled()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");
        await World.ChangeAsync(async db => (await db.Bookings.SingleAsync(row => row.Id == meeting.Id)).Start(World.Now));

        Assert.Equal(new CancelBookingOutcome.NotCancellable(BookingStatus.InProgress), await CancelAsync(meeting, Ada));
    }

    [Fact]
    public async Task A_visitor_cannot_cancel_what_is_over_but_the_host_can_still_strike_it()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");
        World.Clock.Set(World.At("2026-01-06T10:30"));

        Assert.Equal(new CancelBookingOutcome.NotCancellable(BookingStatus.Confirmed), await CancelAsync(meeting, meeting.Visitor));
        Assert.IsType<CancelBookingOutcome.Cancelled>(await CancelAsync(meeting, Ada));
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task A_booking_of_another_organisation_is_not_found()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");
        var globex = await World.AddOrganizationAsync();

        Assert.IsType<CancelBookingOutcome.BookingNotFound>(await CancelAsync(meeting with { OrganizationId = globex.Id }, Ada));
        Assert.Equal(BookingStatus.Confirmed, (await World.FindBookingAsync(meeting.Id)).Status);
    }

    [Fact]
    [Trait("Req", "B5")]
    public async Task Nobody_waits_at_the_door_of_a_cancelled_meeting()
    {
        var meeting = await World.BookAndWaitAsync(Type, "2026-01-06T10:00");

        Assert.IsType<CancelBookingOutcome.Cancelled>(await CancelAsync(meeting, Ada));

        Assert.Equal(Admission.Outside, (await World.FindVisitorAsync(meeting)).Admission);
    }

    protected Task<CancelBookingOutcome> CancelAsync(BookedMeeting meeting, Actor by, string? reason = null) =>
        World.RunAsync((CancelBooking cancel) => cancel.RunAsync(
            new CancelBookingRequest(meeting.OrganizationId, meeting.Id, reason, by), default));
}

public sealed class CancelBookingTests_on_Sqlite(SqliteDatabase database) : CancelBookingTests(database), IClassFixture<SqliteDatabase>;

// while a cancellation holds SQLite's one write lock nothing comes between its look and its act; on PostgreSQL the lock is
// on the host's time only
public sealed class CancelBookingTests_on_Postgres(PostgresDatabase database) : CancelBookingTests(database), IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task A_meeting_that_starts_at_that_moment_is_not_cancelled_and_keeps_its_time()
    {
        var meeting = await World.BookAsync(Type, "2026-01-06T10:00");
        World.BeforeNextSave = () => World.ChangeAsync(async db => (await db.Bookings.SingleAsync(row => row.Id == meeting.Id)).Start(World.Now));

        Assert.Equal(new CancelBookingOutcome.NotCancellable(BookingStatus.InProgress), await CancelAsync(meeting, Ada));

        Assert.Equal(1, await World.ReadAsync(db => db.TimeClaims.CountAsync(claim => claim.Seats.Any(seat => seat.BookingId == meeting.Id))));
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task A_visitor_let_in_at_that_moment_does_not_keep_the_meeting_from_being_cancelled()
    {
        var meeting = await World.BookAndWaitAsync(Type, "2026-01-06T10:00");
        World.BeforeNextSave = () => World.RunAsync((AdmitParticipant admit) => admit.RunAsync(
            new AdmitParticipantRequest(meeting.OrganizationId, meeting.VisitorId, Ada), default));

        Assert.IsType<CancelBookingOutcome.Cancelled>(await CancelAsync(meeting, Ada));

        Assert.Equal(0, await World.ReadAsync(db => db.TimeClaims.CountAsync(claim => claim.Seats.Any(seat => seat.BookingId == meeting.Id))));
    }
}
