using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Availability.Editing;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Scheduling;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Availability.Editing;

[Trait("Req", "C1")]
public abstract class EditHoursTests(PortalDatabase database) : WorldTests(database)
{
    private static readonly LocalDate Tuesday = new(2026, 1, 6);

    private Organization acme = null!;
    private PortalUser ada = null!;

    private HostKey Ada => new(acme.Id, ada.Id);

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme);
    }

    [Fact]
    public async Task The_usual_week_is_saved_with_zone_and_limits_and_every_node_reads_it_again()
    {
        var before = (await FindAsync())!.Schedule!;

        Assert.IsType<SaveHostScheduleOutcome.Saved>(await SaveAsync("2 08:00-12:00;2 13:00-15:00", before.Version, "Europe/Lisbon", 3, 9));

        var after = (await FindAsync())!.Schedule!;
        Assert.Equal(("2 08:00-12:00;2 13:00-15:00", "Europe/Lisbon", 3, 9), (after.Hours.ToText(), after.Zone.Id, after.MostPerDay, after.MostPerWeek));
        Assert.True(after.CalendarVersion > before.CalendarVersion);
        Assert.True(after.Version > before.Version);
        var entry = await World.ReadAsync(db => db.AuditEntries.SingleAsync(row => row.OrganizationId == acme.Id));
        Assert.Equal(("hours.changed", ada.DisplayName), (entry.Action, entry.ActorName));
    }

    [Fact]
    public async Task Of_two_who_edit_at_once_the_second_is_told_what_the_first_saved_and_changes_nothing()
    {
        var version = (await FindAsync())!.Schedule!.Version;
        await SaveAsync("2 08:00-12:00", version);

        var outcome = Assert.IsType<SaveHostScheduleOutcome.ChangedMeanwhile>(await SaveAsync("3 10:00-11:00", version));

        Assert.Equal("2 08:00-12:00", outcome.Current.Hours.ToText());
        Assert.Equal("2 08:00-12:00", (await FindAsync())!.Schedule!.Hours.ToText());
    }

    [Fact]
    public async Task Two_who_save_in_the_same_moment_do_not_both_succeed()
    {
        var version = (await FindAsync())!.Schedule!.Version;

        var outcomes = await Simultaneously.RunAsync(
            [.. Enumerable.Range(1, 8).Select(hour => (Func<Task<SaveHostScheduleOutcome>>)(() => SaveAsync($"2 0{hour}:00-12:00", version)))]);

        Assert.Single(outcomes, outcome => outcome is SaveHostScheduleOutcome.Saved);
        Assert.Equal(7, outcomes.Count(outcome => outcome is SaveHostScheduleOutcome.ChangedMeanwhile));
    }

    [Fact]
    public async Task A_date_with_hours_of_its_own_is_offered_at_those_only_until_they_are_removed()
    {
        var type = await World.AddMeetingTypeAsync(acme, [ada]);

        Assert.Equal(new SaveDateOverrideOutcome.Saved(0), await OverrideAsync(Tuesday, "18:00-19:00"));
        Assert.Equal("18:00 18:30", await TimesAsync(type));

        Assert.True(await World.RunAsync((RemoveDateOverride remove) => remove.RunAsync(Ada, Tuesday, ada.AsActor(), default)));
        Assert.StartsWith("09:00 09:30", await TimesAsync(type), StringComparison.Ordinal);
        Assert.False(await World.RunAsync((RemoveDateOverride remove) => remove.RunAsync(Ada, Tuesday, ada.AsActor(), default)));
    }

    [Fact]
    public async Task Closing_a_date_says_how_many_meetings_stay_booked_outside_of_its_hours()
    {
        var type = await World.AddMeetingTypeAsync(acme, [ada]);
        await World.BookAsync(type, "2026-01-06T09:30");
        await World.BookAsync(type, "2026-01-06T14:00");

        Assert.Equal(new SaveDateOverrideOutcome.Saved(1), await OverrideAsync(Tuesday, "09:00-12:00"));
        Assert.Equal(new SaveDateOverrideOutcome.Saved(2), await OverrideAsync(Tuesday, "", before: "09:00-12:00"));
        Assert.Equal("", await TimesAsync(type));
    }

    [Fact]
    public async Task An_override_somebody_else_changed_meanwhile_is_kept_and_told()
    {
        await OverrideAsync(Tuesday, "18:00-19:00");

        var unseen = Assert.IsType<SaveDateOverrideOutcome.ChangedMeanwhile>(await OverrideAsync(Tuesday, ""));
        Assert.Equal("18:00-19:00", DayExceptions.ToText(unseen.Current!.Hours));
        var gone = Assert.IsType<SaveDateOverrideOutcome.ChangedMeanwhile>(await OverrideAsync(Tuesday.PlusDays(1), "10:00-11:00", before: ""));
        Assert.Null(gone.Current);
    }

    [Fact]
    public async Task A_date_that_is_past_gets_no_hours()
    {
        Assert.IsType<SaveDateOverrideOutcome.DateIsPast>(await OverrideAsync(new LocalDate(2026, 1, 4), ""));
        Assert.IsType<SaveDateOverrideOutcome.Saved>(await OverrideAsync(new LocalDate(2026, 1, 5), ""));
    }

    [Fact]
    public async Task Days_off_are_not_offered_and_say_what_is_booked_in_them()
    {
        var type = await World.AddMeetingTypeAsync(acme, [ada]);
        await World.BookAsync(type, "2026-01-07T09:30");

        Assert.Equal(new AddTimeOffOutcome.Added(1), await AwayAsync(Tuesday, Tuesday.PlusDays(1)));
        Assert.Equal("", await TimesAsync(type));

        var days = Assert.Single((await FindAsync())!.TimesOff);
        Assert.True(await World.RunAsync((RemoveTimeOff remove) => remove.RunAsync(Ada, days.Id, ada.AsActor(), default)));
        Assert.NotEqual("", await TimesAsync(type));
    }

    [Fact]
    public async Task Days_off_that_make_no_sense_are_refused()
    {
        Assert.IsType<AddTimeOffOutcome.EndsBeforeItBegins>(await AwayAsync(Tuesday, Tuesday.PlusDays(-1)));
        Assert.IsType<AddTimeOffOutcome.TooLong>(await AwayAsync(Tuesday, Tuesday.PlusDays(366)));
        Assert.IsType<AddTimeOffOutcome.IsPast>(await AwayAsync(new LocalDate(2026, 1, 2), new LocalDate(2026, 1, 4)));
        Assert.IsType<AddTimeOffOutcome.Added>(await AwayAsync(new LocalDate(2026, 1, 2), new LocalDate(2026, 1, 5)));
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Another_organisation_neither_sees_nor_changes_them()
    {
        var globex = await World.AddOrganizationAsync();
        await AwayAsync(Tuesday, Tuesday);
        var days = Assert.Single((await FindAsync())!.TimesOff);
        var stranger = new HostKey(globex.Id, ada.Id);

        Assert.Null(await World.RunAsync((FindAvailability find) => find.RunAsync(stranger, default)));
        Assert.False(await World.RunAsync((StartTakingMeetings start) => start.RunAsync(stranger, ada.AsActor(), default)));
        Assert.IsType<SaveHostScheduleOutcome.ScheduleNotFound>(await World.RunAsync((SaveHostSchedule save) => save.RunAsync(
            new SaveHostScheduleRequest(stranger, 0, new UsualWeek(World.Berlin, WeeklyHours.None, null, null, null), ada.AsActor()), default)));
        Assert.IsType<SaveDateOverrideOutcome.ScheduleNotFound>(await World.RunAsync((SaveDateOverride save) => save.RunAsync(
            new SaveDateOverrideRequest(stranger, Tuesday, [], null, null, ada.AsActor()), default)));
        Assert.False(await World.RunAsync((RemoveTimeOff remove) => remove.RunAsync(stranger, days.Id, ada.AsActor(), default)));
        Assert.Single((await FindAsync())!.TimesOff);
    }

    [Fact]
    public async Task Somebody_without_hours_starts_with_business_hours_in_the_organisations_zone_once()
    {
        var tilda = await World.AddMemberAsync(acme, MemberRole.Agent, "Tilda");
        var host = new HostKey(acme.Id, tilda.Id);
        Assert.Null((await World.RunAsync((FindAvailability find) => find.RunAsync(host, default)))!.Schedule);

        Assert.True(await World.RunAsync((StartTakingMeetings start) => start.RunAsync(host, tilda.AsActor(), default)));
        Assert.True(await World.RunAsync((StartTakingMeetings start) => start.RunAsync(host, tilda.AsActor(), default)));

        var schedule = (await World.RunAsync((FindAvailability find) => find.RunAsync(host, default)))!.Schedule!;
        Assert.Equal((WeeklyHours.BusinessHours, World.Berlin), (schedule.Hours, schedule.Zone));
    }

    [Fact]
    public async Task The_preview_shows_what_would_be_offered_with_hours_that_are_not_saved()
    {
        var type = await World.AddMeetingTypeAsync(acme, [ada]);
        await World.BookAsync(type, "2026-01-06T10:00");

        var starts = await PreviewAsync(type, new UsualWeek(World.Berlin, WeeklyHours.Parse("2 09:30-11:00"), null, null, null));

        Assert.Equal(
            [World.At("2026-01-06T09:30"), World.At("2026-01-06T10:30"), World.At("2026-01-13T09:30"), World.At("2026-01-13T10:00"), World.At("2026-01-13T10:30")],
            starts);
        Assert.Equal(WeeklyHours.BusinessHours, (await FindAsync())!.Schedule!.Hours);
    }

    public static TheoryData<string, string, string?, int?, int?> Changes => new()
    {
        { "2 09:00-12:00", "Europe/Berlin", "DE-BY", 2, 9 },
        { "1 09:00-10:00;2 09:00-12:00", "Europe/Berlin", null, 2, 9 },
        { "2 09:00-12:00", "Asia/Tokyo", null, 2, 9 },
        { "2 09:00-12:00", "Europe/Berlin", null, 1, 9 },
        { "2 09:00-12:00", "Europe/Berlin", null, 2, 1 },
        { "2 09:00-12:00", "Europe/Berlin", null, null, 9 },
    };

    [Theory, MemberData(nameof(Changes))]
    public async Task Whatever_is_changed_of_the_week_the_preview_shows_what_saving_it_makes_of_the_days(
        string hours, string zone, string? region, int? perDay, int? perWeek)
    {
        var type = await World.AddMeetingTypeAsync(acme, [ada]);
        await World.BookAsync(type, "2026-01-06T10:00");
        await World.BookAsync(type, "2026-01-13T10:00");
        await World.BookAsync(type, "2026-01-13T11:00");
        await SaveAsync("2 09:00-12:00", 0, perDay: 2, perWeek: 9);
        var before = await PreviewAsync(type);
        var week = new UsualWeek(DateTimeZoneProviders.Tzdb[zone], WeeklyHours.Parse(hours), region, perDay, perWeek);

        var previewed = await PreviewAsync(type, week);

        Assert.NotEqual(before, previewed);
        Assert.Equal(before, await PreviewAsync(type));
        await SaveAsync(week, (await FindAsync())!.Schedule!.Version);
        Assert.Equal(await PreviewAsync(type), previewed);
    }

    private Task<HostAvailability?> FindAsync() => World.RunAsync((FindAvailability find) => find.RunAsync(Ada, default));

    private async Task<IReadOnlyList<Instant>> PreviewAsync(MeetingType type, UsualWeek? unsaved = null) =>
        (await World.RunAsync((PreviewAvailability preview) => preview.RunAsync(new PreviewAvailabilityRequest(Ada, type.Id, unsaved), default)))!.Starts;

    private Task<SaveHostScheduleOutcome> SaveAsync(string hours, int version, string zone = "Europe/Berlin", int? perDay = null, int? perWeek = null) =>
        SaveAsync(new UsualWeek(DateTimeZoneProviders.Tzdb[zone], WeeklyHours.Parse(hours), null, perDay, perWeek), version);

    private Task<SaveHostScheduleOutcome> SaveAsync(UsualWeek week, int version) =>
        World.RunAsync((SaveHostSchedule save) => save.RunAsync(new SaveHostScheduleRequest(Ada, version, week, ada.AsActor()), default));

    private Task<SaveDateOverrideOutcome> OverrideAsync(LocalDate date, string hours, string? before = null) =>
        World.RunAsync((SaveDateOverride save) => save.RunAsync(new SaveDateOverrideRequest(
            Ada, date, DayExceptions.Parse(hours), null, before is null ? null : DayExceptions.Parse(before), ada.AsActor()), default));

    private Task<AddTimeOffOutcome> AwayAsync(LocalDate first, LocalDate last) =>
        World.RunAsync((AddTimeOff add) => add.RunAsync(new AddTimeOffRequest(Ada, first, last, "Skiing", ada.AsActor()), default));

    /// <summary>What is offered on Tuesday.</summary>
    private async Task<string> TimesAsync(MeetingType type)
    {
        var open = await World.RunAsync((FindOpenSlots find) => find.RunAsync(new FindOpenSlotsRequest(acme.Slug, type.Slug), default));
        return string.Join(' ', open!.Slots.Select(slot => slot.Start.InZone(World.Berlin)).Where(at => at.Date == Tuesday)
            .Select(at => at.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    }
}

public sealed class EditHoursTests_on_Sqlite(SqliteDatabase database) : EditHoursTests(database), IClassFixture<SqliteDatabase>;

public sealed class EditHoursTests_on_Postgres(PostgresDatabase database) : EditHoursTests(database), IClassFixture<PostgresDatabase>;
