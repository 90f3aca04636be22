using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

/// <summary>A booking that somebody has to approve keeps its time from the first moment.</summary>
[Trait("Req", "C1")]
public abstract class ApprovalTests(PortalDatabase database) : WorldTests(database)
{
    private const string Start = "2026-01-06T10:00";

    private Organization acme = null!;
    private PortalUser ada = null!;
    private MeetingType type = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme);
        type = await World.AddMeetingTypeAsync(acme, [ada], type => type.NeedsApproval = true);
    }

    [Fact]
    [Trait("Promise", "R1")]
    public async Task It_is_pending_takes_the_time_and_both_sides_are_told()
    {
        var booked = Assert.IsType<BookSlotOutcome.Booked>(await World.TryBookAsync(type, Start, draft => draft.Guests = ["guest@visitor.test"]));

        Assert.Equal(BookingStatus.Pending, booked.Status);
        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(type, Start));
        Assert.Equal(["meeting_requested", "meeting_requested"], await MailsAsync(booked.BookingId));
    }

    [Fact]
    public async Task Approved_it_is_confirmed_and_everybody_is_invited()
    {
        var meeting = await World.BookAsync(type, Start, draft => draft.Guests = ["guest@visitor.test"]);

        Assert.IsType<DecideBookingOutcome.Decided>(await ConfirmAsync(meeting, Member(ada, MemberRole.Host)));

        Assert.Equal(BookingStatus.Confirmed, (await World.FindBookingAsync(meeting.Id)).Status);
        Assert.Equal(3, (await MailsAsync(meeting.Id)).Count(kind => kind == "meeting_invitation"));
        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(type, Start));
    }

    [Fact]
    public async Task Refused_its_time_is_free_and_the_visitor_hears_why()
    {
        var meeting = await World.BookAsync(type, Start);

        Assert.IsType<DecideBookingOutcome.Decided>(await RejectAsync(meeting, Member(ada, MemberRole.Host), " Please write to us first. "));

        var booking = await World.FindBookingAsync(meeting.Id);
        Assert.Equal((BookingStatus.Rejected, "Please write to us first."), (booking.Status, booking.CancellationReason));
        Assert.Contains("meeting_rejected", await MailsAsync(meeting.Id));
        await World.BookAsync(type, Start);
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_one_decides_and_the_other_is_told_what_became_of_it()
    {
        var meeting = await World.BookAsync(type, Start);
        var admin = await World.AddMemberAsync(acme, MemberRole.Admin, "Emil");

        var outcomes = await Simultaneously.RunAsync(
        [
            () => ConfirmAsync(meeting, Member(ada, MemberRole.Host)),
            () => RejectAsync(meeting, Member(admin, MemberRole.Admin), null),
        ]);

        Assert.Single(outcomes.OfType<DecideBookingOutcome.Decided>());
        var told = Assert.Single(outcomes.OfType<DecideBookingOutcome.NotPending>());
        Assert.Equal((await World.FindBookingAsync(meeting.Id)).Status, told.Status);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Only_its_host_or_an_admin_of_its_organisation_decides()
    {
        var meeting = await World.BookAsync(type, Start);
        var colleague = await World.AddHostAsync(acme, "Ben");
        var globex = await World.AddOrganizationAsync();
        var stranger = await World.AddMemberAsync(globex, MemberRole.Owner, "Grace");

        Assert.IsType<DecideBookingOutcome.NotYours>(await ConfirmAsync(meeting, Member(colleague, MemberRole.Host)));
        Assert.IsType<DecideBookingOutcome.BookingNotFound>(
            await ConfirmAsync(meeting, Member(stranger, MemberRole.Owner) with { OrganizationId = globex.Id }));
        Assert.Equal(BookingStatus.Pending, (await World.FindBookingAsync(meeting.Id)).Status);
    }

    [Fact]
    public async Task Not_decided_by_its_start_it_expires_once_and_frees_the_time()
    {
        var meeting = await World.BookAsync(type, Start);
        var later = await World.BookAsync(type, "2026-01-06T11:00");
        World.Clock.Set(World.At(Start));

        Assert.NotEqual(0, await World.RunAsync((ExpirePendingBookings expire) => expire.RunAsync(default)));
        Assert.Equal(0, await World.RunAsync((ExpirePendingBookings expire) => expire.RunAsync(default)));

        Assert.Equal(BookingStatus.Expired, (await World.FindBookingAsync(meeting.Id)).Status);
        Assert.Equal(BookingStatus.Pending, (await World.FindBookingAsync(later.Id)).Status);
        Assert.Equal(0, await World.ReadAsync(db => db.ClaimSeats.CountAsync(seat => seat.BookingId == meeting.Id)));
        Assert.Single(await MailsAsync(meeting.Id), kind => kind == "meeting_rejected");
    }

    private Task<List<string>> MailsAsync(Guid booking) => World.ReadAsync(db =>
        db.Outbox.Where(mail => mail.BookingId == booking).Select(mail => mail.Kind).ToListAsync());

    private Task<DecideBookingOutcome> ConfirmAsync(BookedMeeting meeting, CurrentMember by) =>
        World.RunAsync((ConfirmBooking confirm) => confirm.RunAsync(new DecideBookingRequest(by, meeting.Id), default));

    private Task<DecideBookingOutcome> RejectAsync(BookedMeeting meeting, CurrentMember by, string? reason) =>
        World.RunAsync((RejectBooking reject) => reject.RunAsync(new DecideBookingRequest(by, meeting.Id, reason), default));

    private CurrentMember Member(PortalUser user, MemberRole role) =>
        new(user.Id, user.DisplayName, acme.Id, acme.Slug, acme.Name, acme.Zone, acme.WaitingRoomEnabled, role);
}

public sealed class ApprovalTests_on_Sqlite(SqliteDatabase database) : ApprovalTests(database), IClassFixture<SqliteDatabase>;

public sealed class ApprovalTests_on_Postgres(PostgresDatabase database) : ApprovalTests(database), IClassFixture<PostgresDatabase>;
