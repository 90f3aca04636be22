using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Bookings.Afterwards;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Video;
using Portal.Core.Video.Direct;
using Portal.Tests.Core.Video;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

/// <summary>What is said of a meeting once it has begun.</summary>
[Trait("Req", "X2")]
public abstract class AfterwardsTests(PortalDatabase database) : WorldTests(database, services =>
{
    services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
    services.AddDataProtection().UseEphemeralDataProtectionProvider();
    services.AddPortalVideo();
    services.AddSingleton<ICallPages>(new RecordedPages([]));
})
{
    private const string Start = "2026-01-06T10:00";

    private Organization acme = null!;
    private PortalUser ada = null!;
    private MeetingType type = null!;
    private BookedMeeting meeting = null!;

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme);
        type = await World.AddMeetingTypeAsync(acme, [ada]);
        meeting = await World.BookAsync(type, Start);
    }

    [Fact]
    public async Task Before_the_start_nobody_is_missing_and_nothing_came_of_it()
    {
        World.Clock.Set(World.At("2026-01-06T09:59"));

        Assert.IsType<ReportNoShowOutcome.TooEarly>(await ReportAsync(Host()));
        Assert.IsType<NoteResultOutcome.NotHeld>(await NoteAsync(Member(ada)));
    }

    [Fact]
    public async Task The_host_says_that_the_visitor_did_not_come_and_takes_it_back_within_a_day()
    {
        World.Clock.Set(World.At("2026-01-06T10:10"));
        Assert.IsType<ReportNoShowOutcome.Reported>(await ReportAsync(Host()));
        var booking = await World.FindBookingAsync(meeting.Id);
        Assert.Equal((BookingStatus.NoShow, MissingSide.Visitor), (booking.Status, booking.MissedBy));

        Assert.Equal(BookingStatus.Confirmed, Assert.IsType<TakeBackNoShowOutcome.TakenBack>(await TakeBackAsync(Host())).Status);
        await ReportAsync(Host());
        World.Clock.Set(World.At("2026-01-07T10:29"));
        Assert.Equal(BookingStatus.Completed, Assert.IsType<TakeBackNoShowOutcome.TakenBack>(await TakeBackAsync(Host())).Status);
        Assert.Null((await World.FindBookingAsync(meeting.Id)).MissedBy);
        Assert.Equal(["booking.no_show", "booking.no_show_taken_back", "booking.no_show", "booking.no_show_taken_back"], await HistoryAsync());
    }

    [Fact]
    public async Task After_a_day_it_stays_as_it_is()
    {
        World.Clock.Set(World.At("2026-01-06T10:10"));
        await ReportAsync(Host());
        World.Clock.Set(World.At("2026-01-07T10:30"));

        Assert.IsType<TakeBackNoShowOutcome.NotPossible>(await TakeBackAsync(Host()));
        Assert.Equal(BookingStatus.NoShow, (await World.FindBookingAsync(meeting.Id)).Status);
    }

    [Fact]
    public async Task Who_stands_at_the_door_is_not_missing()
    {
        World.Clock.Set(World.At(Start));
        await World.EnterAsync(meeting);

        Assert.Equal(["Vera Visitor"], Assert.IsType<ReportNoShowOutcome.WasThere>(await ReportAsync(Host())).Names);
        Assert.Equal(BookingStatus.Waiting, (await World.FindBookingAsync(meeting.Id)).Status);
    }

    [Fact]
    public async Task The_visitor_says_that_the_host_did_not_come_and_only_they_or_staff_take_it_back()
    {
        World.Clock.Set(World.At("2026-01-06T10:20"));
        Assert.IsType<ReportNoShowOutcome.Reported>(await ReportAsync(await VisitorAsync()));
        Assert.Equal(MissingSide.Host, (await World.FindBookingAsync(meeting.Id)).MissedBy);

        Assert.IsType<TakeBackNoShowOutcome.TakenBack>(await TakeBackAsync(await VisitorAsync()));
        await ReportAsync(Host());
        Assert.IsType<TakeBackNoShowOutcome.NotYours>(await TakeBackAsync(await VisitorAsync()));
    }

    [Fact]
    public async Task A_host_who_was_in_the_call_did_come()
    {
        World.Clock.Set(World.At(Start));
        await JoinAsync(person => person.Role == ParticipantRole.Host);

        Assert.Equal(["Ada"], Assert.IsType<ReportNoShowOutcome.WasThere>(await ReportAsync(await VisitorAsync())).Names);
    }

    [Fact]
    public async Task What_came_of_it_is_kept_and_every_version_is_in_the_history()
    {
        World.Clock.Set(World.At(Start));
        Assert.IsType<NoteResultOutcome.Noted>(await NoteAsync(Member(ada), MeetingResult.FollowUp, " Send the manual "));
        await NoteAsync(Member(ada), MeetingResult.FollowUp, "Send the manual");
        await NoteAsync(Member(ada), MeetingResult.Solved, null);

        var booking = await World.FindBookingAsync(meeting.Id);
        Assert.Equal((MeetingResult.Solved, (string?)null), (booking.Result, booking.ResultNote));
        Assert.Equal(["follow-up needed: Send the manual", "solved"], await World.ReadAsync(db => db.AuditEntries
            .Where(row => row.BookingId == meeting.Id && row.Action == "booking.result_noted").OrderBy(row => row.Id).Select(row => row.Detail!).ToListAsync()));
    }

    [Fact, Trait("Req", "C8")]
    public async Task A_colleague_who_does_not_hold_it_and_another_organisation_change_nothing()
    {
        World.Clock.Set(World.At(Start));
        var ben = await World.AddHostAsync(acme, "Ben");
        var globex = await World.AddOrganizationAsync();
        var stranger = Member(ben) with { OrganizationId = globex.Id, Role = MemberRole.Owner };

        Assert.IsType<NoteResultOutcome.NotYours>(await NoteAsync(Member(ben)));
        Assert.IsType<NoteResultOutcome.BookingNotFound>(await NoteAsync(stranger));
        Assert.IsType<ReportNoShowOutcome.NotYours>(await ReportAsync(Reporter.Of(Member(ben))));
        Assert.IsType<ReportNoShowOutcome.BookingNotFound>(await ReportAsync(Reporter.Of(stranger)));
        Assert.IsType<NoteResultOutcome.Noted>(await NoteAsync(Member(ben) with { Role = MemberRole.Admin }));
        var other = await World.BookAsync(type, "2026-01-06T11:00");
        var visitor = new LinkHolder(other.VisitorId, other.Id, acme.Id, "Vera Visitor", "vera@visitor.test", LinkPurpose.Manage);
        Assert.IsType<ReportNoShowOutcome.NotYours>(await ReportAsync(Reporter.Of(visitor)));
        Assert.Equal(BookingStatus.Confirmed, (await World.FindBookingAsync(meeting.Id)).Status);
    }

    [Fact]
    public async Task A_visitor_says_once_how_it_was_and_may_think_again_for_a_day()
    {
        World.Clock.Set(World.At(Start));
        Assert.IsType<SayHowItWasOutcome.NotNow>(await SayAsync(Impression.Good));
        await JoinAsync(person => person.Role == ParticipantRole.Visitor);
        Assert.IsType<SayHowItWasOutcome.NotNow>(await SayAsync(Impression.Good));
        await World.ChangeAsync(async db => (await db.Participants.SingleAsync(row => row.Id == meeting.VisitorId)).Leave(World.Now));

        Assert.IsType<SayHowItWasOutcome.Said>(await SayAsync(Impression.Poor, "Too short"));
        World.Clock.Advance(Duration.FromHours(23));
        Assert.IsType<SayHowItWasOutcome.Said>(await SayAsync(Impression.Fair));
        World.Clock.Advance(Duration.FromHours(2));
        Assert.IsType<SayHowItWasOutcome.NotNow>(await SayAsync(Impression.Good));

        var visitor = await World.FindVisitorAsync(meeting);
        Assert.Equal((Impression.Fair, (string?)null), (visitor.Impression, visitor.ImpressionNote));
        Assert.Single(await HistoryAsync(), "visitor.rated");
    }

    [Theory]
    [InlineData(false, false, MissingSide.Both)]
    [InlineData(true, false, MissingSide.Visitor)]
    [InlineData(false, true, MissingSide.Host)]
    public async Task A_meeting_nobody_reported_is_noted_with_who_was_missing(bool hostCame, bool visitorCame, MissingSide absent)
    {
        World.Clock.Set(World.At(Start));
        if (hostCame)
            await JoinAsync(person => person.Role == ParticipantRole.Host, leave: true);
        if (visitorCame)
            await World.EnterAsync(meeting);
        World.Clock.Set(World.At("2026-01-06T11:00"));

        await World.RunAsync((CloseOverdueMeetings close) => close.RunAsync(default));

        var booking = await World.FindBookingAsync(meeting.Id);
        Assert.Equal((BookingStatus.NoShow, absent), (booking.Status, booking.MissedBy));
    }

    private Task JoinAsync(Func<Participant, bool> who, bool leave = false) => World.ChangeAsync(async db =>
    {
        var booking = await db.Bookings.Include(row => row.Participants).SingleAsync(row => row.Id == meeting.Id);
        var person = booking.Participants.Single(who);
        booking.Start(World.Now);
        person.Join(World.Now);
        if (leave)
            person.Leave(World.Now);
    });

    private Reporter Host() => Reporter.Of(Member(ada));

    private async Task<Reporter> VisitorAsync() => Reporter.Of((await World.RunAsync((FindAccessLink find) => find.RunAsync(meeting.Token, default)))!);

    private CurrentMember Member(PortalUser user) =>
        new(user.Id, user.DisplayName, acme.Id, acme.Slug, acme.Name, acme.Zone, true, MemberRole.Host);

    private Task<ReportNoShowOutcome> ReportAsync(Reporter by) =>
        World.RunAsync((ReportNoShow report) => report.RunAsync(new ReportNoShowRequest(by, meeting.Id), default));

    private Task<TakeBackNoShowOutcome> TakeBackAsync(Reporter by) =>
        World.RunAsync((TakeBackNoShow takeBack) => takeBack.RunAsync(new ReportNoShowRequest(by, meeting.Id), default));

    private Task<NoteResultOutcome> NoteAsync(CurrentMember by, MeetingResult result = MeetingResult.Solved, string? note = null) =>
        World.RunAsync((NoteResult noteResult) => noteResult.RunAsync(new NoteResultRequest(by, meeting.Id, result, note), default));

    private Task<SayHowItWasOutcome> SayAsync(Impression impression, string? note = null) =>
        World.RunAsync((SayHowItWas say) => say.RunAsync(new SayHowItWasRequest(meeting.VisitorId, impression, note), default));

    private Task<List<string>> HistoryAsync() => World.ReadAsync(db => db.AuditEntries
        .Where(row => row.BookingId == meeting.Id && row.Action != "booking.confirmed")
        .OrderBy(row => row.Id).Select(row => row.Action).ToListAsync());
}

public sealed class AfterwardsTests_on_Sqlite(SqliteDatabase database) : AfterwardsTests(database), IClassFixture<SqliteDatabase>;

public sealed class AfterwardsTests_on_Postgres(PostgresDatabase database) : AfterwardsTests(database), IClassFixture<PostgresDatabase>;
