using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Portal.Core.Availability;
using Portal.Core.Availability.Editing;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Availability.Editing;

[Trait("Req", "N3")]
public abstract class ExplainTimeTests(PortalDatabase database) : WorldTests(database)
{
    private Organization acme = null!;
    private PortalUser ada = null!;

    private HostKey Ada => new(acme.Id, ada.Id);

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme);
    }

    [Fact]
    public async Task A_time_is_offered_if_and_only_if_there_is_no_reason_against()
    {
        var type = await World.AddMeetingTypeAsync(acme, [ada], type => type.BufferAfter = Duration.FromMinutes(15));
        await World.BookAsync(type, "2026-01-06T10:00");
        var open = await World.RunAsync((FindOpenSlots find) => find.RunAsync(new FindOpenSlotsRequest(acme.Slug, type.Slug), default));
        var offered = open!.Slots.Select(slot => slot.Start).ToHashSet();

        for (var minute = 0; minute < 24 * 60; minute += 15)
        {
            var at = new LocalDate(2026, 1, 6).AtMidnight().PlusMinutes(minute);
            var moment = Assert.Single((await ExplainAsync(type, at))!.Moments);
            Assert.Equal(offered.Contains(moment.Start!.Value), moment.Reasons.Count == 0);
        }
    }

    [Fact]
    public async Task A_booking_in_the_way_is_named_with_its_visitor_and_its_own_time()
    {
        var type = await World.AddMeetingTypeAsync(acme, [ada], type => type.BufferAfter = Duration.FromMinutes(15));
        var meeting = await World.BookAsync(type, "2026-01-06T10:00");

        var busy = Assert.Single(Assert.Single((await ExplainAsync(type, "2026-01-06T10:00"))!.Moments).Reasons);
        var buffer = Assert.Single(Assert.Single((await ExplainAsync(type, "2026-01-06T09:30"))!.Moments).Reasons);

        Assert.Equal((ReasonKind.Busy, ReasonKind.Buffer), (busy.Reason.Kind, buffer.Reason.Kind));
        Assert.All([busy, buffer], reason => Assert.Equal(
            new Blocker(World.At("2026-01-06T10:00"), World.At("2026-01-06T10:30"), meeting.Id, "Vera Visitor", "Intro call", false, false), reason.Blocker));
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task What_another_organisation_has_booked_is_in_the_way_but_not_named()
    {
        var globex = await World.AddOrganizationAsync();
        await World.AddAsync(new Member { OrganizationId = globex.Id, UserId = ada.Id, Role = MemberRole.Host });
        await World.AddHoursAsync(globex, ada);
        await World.BookAsync(await World.AddMeetingTypeAsync(globex, [ada]), "2026-01-06T10:00");

        var explained = await ExplainAsync(await World.AddMeetingTypeAsync(acme, [ada]), "2026-01-06T10:00");

        var reason = Assert.Single(Assert.Single(explained!.Moments).Reasons);
        Assert.Equal(ReasonKind.Busy, reason.Reason.Kind);
        Assert.True(reason.Blocker!.IsElsewhere);
        Assert.Equal((null, null, null), (reason.Blocker.BookingId, reason.Blocker.Visitor, reason.Blocker.MeetingName));
    }

    [Fact]
    public async Task A_note_on_a_date_is_part_of_the_reason()
    {
        var type = await World.AddMeetingTypeAsync(acme, [ada]);
        await World.AddAsync(new DateOverride { OrganizationId = acme.Id, HostId = ada.Id, Date = new LocalDate(2026, 1, 6), Hours = [], Note = "Dentist" });

        var reason = Assert.Single(Assert.Single((await ExplainAsync(type, "2026-01-06T10:00"))!.Moments).Reasons);

        Assert.Equal((ReasonKind.Override, "Dentist"), (reason.Reason.Kind, reason.Reason.Name));
    }

    [Fact]
    public async Task A_colleague_who_must_be_there_is_named_when_they_are_the_reason()
    {
        var ben = await World.AddHostAsync(acme, "Ben", "2 14:00-16:00");
        var together = await World.AddMeetingTypeAsync(acme, [ada, ben], type => type.Assignment = HostAssignment.Collective);

        var reason = Assert.Single(Assert.Single((await ExplainAsync(together, "2026-01-06T10:00"))!.Moments).Reasons);

        Assert.Equal((ReasonKind.OutsideHours, "Ben"), (reason.Reason.Kind, reason.OtherHost));
    }

    [Fact]
    public async Task With_a_week_that_is_not_saved_it_answers_what_saving_it_would_make_of_the_time()
    {
        var type = await World.AddMeetingTypeAsync(acme, [ada]);
        var saved = UsualWeek.Of(await World.RunAsync((PortalDbContext db) => db.HostSchedules.SingleAsync(schedule => schedule.HostId == ada.Id)));
        var afternoon = saved with { Hours = WeeklyHours.Parse("2 14:00-20:00") };

        var (morning, evening) = (await ExplainAsync(type, "2026-01-06T10:00", afternoon), await ExplainAsync(type, "2026-01-06T19:00", afternoon));

        Assert.Equal(ReasonKind.OutsideHours, Assert.Single(Assert.Single(morning!.Moments).Reasons).Reason.Kind);
        Assert.Empty(Assert.Single(evening!.Moments).Reasons);
        Assert.Empty(Assert.Single((await ExplainAsync(type, "2026-01-06T10:00"))!.Moments).Reasons);
    }

    [Fact]
    public async Task A_time_that_comes_twice_is_explained_twice_and_one_the_clock_skips_has_no_moment()
    {
        await World.ChangeAsync(async db => (await db.FindAsync<HostSchedule>(acme.Id, ada.Id))!.Hours = WeeklyHours.Parse("7 00:00-06:00"));
        var type = await World.AddMeetingTypeAsync(acme, [ada], type => type.HorizonDays = 365);

        var twice = (await ExplainAsync(type, "2026-10-25T02:30"))!.Moments;
        var skipped = Assert.Single((await ExplainAsync(type, "2026-03-29T02:30"))!.Moments);

        Assert.Equal(Duration.FromHours(1), twice[1].Start - twice[0].Start);
        Assert.All(twice, moment => Assert.Empty(moment.Reasons));
        Assert.Null(skipped.Start);
        Assert.Equal(ReasonKind.DoesNotExist, Assert.Single(skipped.Reasons).Reason.Kind);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task A_type_of_somebody_else_or_of_another_organisation_is_not_explained()
    {
        var globex = await World.AddOrganizationAsync();
        var theirs = await World.AddMeetingTypeAsync(globex, [await World.AddHostAsync(globex, "Grace")]);
        var bens = await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme, "Ben")]);

        Assert.Null(await ExplainAsync(theirs, "2026-01-06T10:00"));
        Assert.Null(await ExplainAsync(bens, "2026-01-06T10:00"));
    }

    private Task<ExplainedTime?> ExplainAsync(MeetingType type, string at, UsualWeek? unsaved = null) =>
        ExplainAsync(type, LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(at).Value, unsaved);

    private Task<ExplainedTime?> ExplainAsync(MeetingType type, LocalDateTime at, UsualWeek? unsaved = null) =>
        World.RunAsync((ExplainTime explain) => explain.RunAsync(new ExplainTimeRequest(Ada, type.Id, at, unsaved), default));
}

public sealed class ExplainTimeTests_on_Sqlite(SqliteDatabase database) : ExplainTimeTests(database), IClassFixture<SqliteDatabase>;

public sealed class ExplainTimeTests_on_Postgres(PostgresDatabase database) : ExplainTimeTests(database), IClassFixture<PostgresDatabase>;
