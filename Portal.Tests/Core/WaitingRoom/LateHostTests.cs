using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.WaitingRoom;

/// <summary>What a visitor is offered whose host does not come, and that nobody is offered it sooner or twice.</summary>
[Trait("Req", "N5")]
public abstract class LateHostTests(PortalDatabase database) : WorldTests(database)
{
    private const string Ten = "2026-01-06T10:00";

    private readonly Guid browserId = Guid.NewGuid();
    private Organization acme = null!;
    private PortalUser ada = null!;
    private PortalUser ben = null!;
    private MeetingType type = null!;
    private BookedMeeting meeting = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme, "Ada");
        ben = await World.AddHostAsync(acme, "Ben");
        type = await World.AddMeetingTypeAsync(acme, [ada, ben], row =>
        {
            row.Assignment = HostAssignment.OneHost;
            row.MinimumNotice = Duration.FromDays(1);
            row.Policy = new MeetingPolicy { CancelUntil = Duration.FromHours(4), ReasonRequired = true };
        });
        meeting = await World.BookAndWaitAsync(type, Ten);
    }

    [Fact]
    public async Task A_host_is_late_after_the_minutes_the_organisation_chose_and_not_a_second_sooner()
    {
        await World.ChangeAsync(async db => (await db.Organizations.SingleAsync(row => row.Id == acme.Id)).LateHostAfter = Duration.FromMinutes(3));

        World.Clock.Set(World.At(Ten) + Duration.FromSeconds(179));
        Assert.False((await RowAsync()).IsHostLate);
        Assert.IsType<AskForColleagueOutcome.HostNotLate>(await AskAsync());
        Assert.Null(await World.RunAsync((ListFirstTimes list) => list.RunAsync(meeting.VisitorId, default)));

        World.Clock.Advance(Duration.FromSeconds(1));
        Assert.True((await RowAsync()).IsHostLate);
        Assert.Equal(new AskForColleagueOutcome.Taken("Ben"), await AskAsync());
    }

    [Fact]
    public async Task A_host_who_asks_for_patience_or_takes_over_has_the_same_minutes_again()
    {
        Late();
        await World.RunAsync((HoldParticipant hold) => hold.RunAsync(
            new HoldParticipantRequest(acme.Id, meeting.VisitorId, "Two minutes", ada.AsActor()), default));
        Assert.False((await RowAsync()).IsHostLate);

        Late(minutes: 11);
        Assert.True((await RowAsync()).IsHostLate);
        await AskAsync();
        Assert.Equal(("Ben", false), ((await RowAsync()).HostName, (await RowAsync()).IsHostLate));

        Late(minutes: 16);
        Assert.True((await RowAsync()).IsHostLate);
    }

    [Fact]
    public async Task A_host_in_the_call_is_not_late()
    {
        Late();
        await World.ChangeAsync(async db => (await db.Participants.SingleAsync(row => row.BookingId == meeting.Id && row.UserId == ada.Id)).Join(World.Now));

        Assert.False((await RowAsync()).IsHostLate);
        Assert.IsType<AskForColleagueOutcome.HostNotLate>(await AskAsync());
    }

    [Fact]
    public async Task A_visitor_who_finds_nobody_free_keeps_their_place()
    {
        await World.ChangeAsync(async db => (await db.HostSchedules.SingleAsync(row => row.HostId == ben.Id)).Hours = Portal.Core.Scheduling.WeeklyHours.Parse("2 14:00-15:00"));
        Late();

        Assert.IsType<AskForColleagueOutcome.NobodyFree>(await AskAsync());

        Assert.Equal(Admission.Waiting, (await World.FindVisitorAsync(meeting)).Admission);
    }

    [Fact]
    public async Task A_colleague_of_the_type_takes_over_and_others_cannot()
    {
        var sam = await World.AddHostAsync(acme, "Sam");
        Assert.Equal(new TakeOverOutcome.NotNeeded("Vera Visitor", "Ada"), await TakeOverAsync(ben));
        Late();

        Assert.IsType<TakeOverOutcome.NotEligible>(await TakeOverAsync(sam));
        Assert.Equal(new TakeOverOutcome.Yours("Vera Visitor"), await TakeOverAsync(ben));
        Assert.Equal(new TakeOverOutcome.NotNeeded("Vera Visitor", "Ben"), await TakeOverAsync(ada));
        Assert.Equal(ben.Id, (await World.FindBookingAsync(meeting.Id)).HostId);
    }

    [Fact]
    [Trait("Promise", "R1")]
    public async Task Of_twenty_colleagues_who_take_over_at_once_one_does()
    {
        var colleagues = new List<PortalUser> { ben };
        for (var number = 0; number < 19; number++)
            colleagues.Add(await World.AddHostAsync(acme, $"Colleague{number}"));
        await World.ChangeAsync(async db => (await db.MeetingTypes.Include(row => row.Hosts).SingleAsync(row => row.Id == type.Id)).Hosts
            .AddRange(colleagues.Skip(1).Select((host, number) => new MeetingTypeHost { HostId = host.Id, Position = 2 + number })));
        Late();

        var outcomes = await Simultaneously.RunAsync<TakeOverOutcome>([.. colleagues.Select(colleague => (Func<Task<TakeOverOutcome>>)(() => TakeOverAsync(colleague)))]);

        Assert.Single(outcomes.OfType<TakeOverOutcome.Yours>());
        var host = (await World.FindBookingAsync(meeting.Id)).HostId;
        var name = colleagues.Single(colleague => colleague.Id == host).DisplayName;
        Assert.All(outcomes.Where(outcome => outcome is not TakeOverOutcome.Yours), outcome => Assert.Equal(new TakeOverOutcome.NotNeeded("Vera Visitor", name), outcome));
        Assert.Equal([host], await World.ReadAsync(db => db.TimeClaims.Where(claim => claim.Seats.Any(seat => seat.BookingId == meeting.Id)).Select(claim => claim.HostId).ToListAsync()));
        Assert.Equal(1, await World.ReadAsync(db => db.AuditEntries.CountAsync(row => row.BookingId == meeting.Id && row.Action == "booking.reassigned")));
    }

    [Fact]
    public async Task A_visitor_books_another_time_ahead_of_the_notice_and_the_old_meeting_counts_against_the_host_only()
    {
        Late();
        var times = (await World.RunAsync((ListFirstTimes list) => list.RunAsync(meeting.VisitorId, default)))!;
        Assert.Equal((World.At("2026-01-06T10:30"), 6), (times[0].Start, times.Count));
        Assert.DoesNotContain("06T10:30", await World.OfferedAsync(type));

        var booked = Assert.IsType<RebookFirstInLineOutcome.Booked>(await RebookAsync(times[0].Start));

        var (old, fresh) = (await World.FindBookingAsync(meeting.Id), await World.FindBookingAsync(booked.BookingId));
        Assert.Equal((BookingStatus.NoShow, MissingSide.Host), (old.Status, old.MissedBy));
        Assert.Equal((BookingStatus.Confirmed, times[0].Start, "Vera Visitor"), (fresh.Status, fresh.StartsAt, fresh.VisitorName));
        Assert.NotNull(await World.RunAsync((FindAccessLink find) => find.RunAsync(booked.Token, default)));
        Assert.Equal(1, await World.ReadAsync(db => db.TimeClaims.CountAsync(claim => claim.OrganizationId == acme.Id)));
        Assert.Equal(2, await World.ReadAsync(db => db.Outbox.CountAsync(row => row.BookingId == old.Id && row.Kind == "meeting_cancelled")));
        Assert.Equal(2, await World.ReadAsync(db => db.Outbox.CountAsync(row => row.BookingId == fresh.Id && row.Kind == "meeting_invitation")));
        Assert.IsType<RebookFirstInLineOutcome.HostNotLate>(await RebookAsync(times[1].Start));
    }

    [Fact]
    [Trait("Req", "N9")]
    public async Task The_browser_that_takes_another_time_is_the_visitors_at_the_new_meeting()
    {
        Late();

        var booked = Assert.IsType<RebookFirstInLineOutcome.Booked>(await RebookAsync(World.At("2026-01-06T11:00")));

        var browser = await World.ReadAsync(db => db.VisitorBrowsers.SingleAsync(row => row.ParticipantId == booked.VisitorId));
        Assert.Equal((browserId, true), (browser.BrowserId, browser.IsVerified));
    }

    [Fact]
    public async Task The_first_free_moment_is_offered_beside_the_usual_starts()
    {
        await World.ChangeAsync(async db => (await db.MeetingTypes.SingleAsync(row => row.Id == type.Id)).Increment = Duration.FromHours(1));
        Late();

        var times = await World.RunAsync((ListFirstTimes list) => list.RunAsync(meeting.VisitorId, default));

        Assert.Equal([World.At("2026-01-06T10:30"), World.At("2026-01-06T11:00"), World.At("2026-01-06T12:00")], times!.Take(3).Select(slot => slot.Start));
    }

    [Fact]
    [Trait("Promise", "R1")]
    public async Task Of_many_who_take_the_same_time_first_in_line_at_once_one_gets_it()
    {
        Late();
        var start = World.At("2026-01-06T11:00");

        var outcomes = await Simultaneously.RunAsync<object>([.. Enumerable.Repeat<Func<Task<object>>>(async () => await RebookAsync(start), 8)]);

        Assert.Single(outcomes.OfType<RebookFirstInLineOutcome.Booked>());
        Assert.Equal(2, await World.ReadAsync(db => db.Bookings.CountAsync(row => row.OrganizationId == acme.Id)));
    }

    [Fact]
    [Trait("Req", "F3")]
    public async Task No_cut_off_keeps_a_visitor_from_cancelling_when_the_host_is_late()
    {
        Assert.IsType<CancelBookingOutcome.TooLateToCancel>(await CancelAsync());
        Late();

        Assert.IsType<CancelBookingOutcome.Cancelled>(await CancelAsync());

        var booking = await World.FindBookingAsync(meeting.Id);
        Assert.Equal((BookingStatus.Cancelled, MissingSide.Host), (booking.Status, booking.MissedBy));
    }

    private void Late(int minutes = 5) => World.Clock.Set(World.At(Ten) + Duration.FromMinutes(minutes));

    private async Task<WaitingVisitor> RowAsync() =>
        (await World.RunAsync((ListWaiting list) => list.RunAsync(acme.Id, default))).Waiting.Single(row => row.ParticipantId == meeting.VisitorId);

    private Task<AskForColleagueOutcome> AskAsync() =>
        World.RunAsync((AskForColleague ask) => ask.RunAsync(meeting.VisitorId, meeting.Visitor, default));

    private Task<RebookFirstInLineOutcome> RebookAsync(Instant start) => World.RunAsync((RebookFirstInLine rebook) =>
        rebook.RunAsync(new RebookFirstInLineRequest(meeting.VisitorId, start, meeting.Visitor, browserId), default));

    private Task<CancelBookingOutcome> CancelAsync() => World.RunAsync((CancelBooking cancel) =>
        cancel.RunAsync(new CancelBookingRequest(acme.Id, meeting.Id, null, meeting.Visitor), default));

    private Task<TakeOverOutcome> TakeOverAsync(PortalUser by) => World.RunAsync((TakeOverMeeting take) => take.RunAsync(
        new CurrentMember(by.Id, by.DisplayName, acme.Id, acme.Slug, acme.Name, acme.Zone, true, MemberRole.Host), meeting.VisitorId, default));
}

public sealed class LateHostTests_on_Sqlite(SqliteDatabase database) : LateHostTests(database), IClassFixture<SqliteDatabase>;

public sealed class LateHostTests_on_Postgres(PostgresDatabase database) : LateHostTests(database), IClassFixture<PostgresDatabase>;
