using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Scheduling;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Availability;

[Trait("Req", "C1")]
public abstract class FindOpenSlotsTests(PortalDatabase database) : WorldTests(database)
{
    private static readonly LocalDate Tuesday = new(2026, 1, 6);

    private Organization acme = null!;

    public override async Task InitializeAsync() => acme = await World.AddOrganizationAsync();

    [Fact]
    public async Task What_is_booked_is_no_longer_offered_and_everything_offered_can_be_booked()
    {
        var type = await AddTypeAsync("2 09:00-12:00");
        await World.BookAsync(type, "2026-01-06T10:00");

        Assert.Equal("09:00 09:30 10:30 11:00 11:30", await TimesAsync(type));

        foreach (var slot in OnTuesday(await FindAsync(type)))
            Assert.IsType<Portal.Core.Bookings.BookSlotOutcome.Booked>(await World.TryBookAsync(type, slot.Start));
        Assert.Equal("", await TimesAsync(type));
    }

    [Fact]
    public async Task A_meeting_being_moved_is_offered_its_own_host_s_time_but_not_where_it_is()
    {
        var type = await AddTypeAsync("2 09:00-11:00", type => type.BufferAfter = Duration.FromMinutes(15));
        var meeting = await World.BookAsync(type, "2026-01-06T09:30");

        var open = await World.RunAsync((FindOpenSlots find) => find.ForMoveAsync(meeting.Id, default));

        Assert.Equal("09:00 10:00 10:30", Times(open!));
        Assert.Null(await World.RunAsync((FindOpenSlots find) => find.ForMoveAsync(Guid.NewGuid(), default)));
    }

    [Fact]
    public async Task A_public_holiday_of_the_host_s_region_is_a_day_off_unless_that_date_has_hours_of_its_own()
    {
        var type = await AddTypeAsync("2 09:00-10:00");
        Assert.Equal("09:00 09:30", await TimesAsync(type));

        // Epiphany is a holiday in Bavaria and a working day in Berlin
        await TakeHolidaysOfAsync(type, "DE-BE");
        Assert.Equal("09:00 09:30", await TimesAsync(type));
        await TakeHolidaysOfAsync(type, "DE-BY");
        Assert.Equal("", await TimesAsync(type));
        Assert.IsType<Portal.Core.Bookings.BookSlotOutcome.SlotTaken>(await World.TryBookAsync(type, "2026-01-06T09:00"));

        await World.AddAsync(new DateOverride
        {
            OrganizationId = acme.Id,
            HostId = type.Hosts[0].HostId,
            Date = Tuesday,
            Hours = [new TimeRange(new LocalTime(14, 0), new LocalTime(14, 30))],
        });
        Assert.Equal("14:00", await TimesAsync(type));
    }

    [Fact]
    public async Task The_host_is_named_when_there_is_only_one()
    {
        var alone = await AddTypeAsync("2 09:00-12:00");
        var several = await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme, "Ben"), await World.AddHostAsync(acme, "Cem")]);

        Assert.Equal("Ada", (await FindAsync(alone)).Meeting.HostName);
        Assert.Null((await FindAsync(several)).Meeting.HostName);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task A_type_is_found_only_in_its_own_organisation()
    {
        var type = await AddTypeAsync("2 09:00-12:00");
        var globex = await World.AddOrganizationAsync();

        Assert.Null(await World.RunAsync((FindOpenSlots find) => find.RunAsync(new FindOpenSlotsRequest(globex.Slug, type.Slug), default)));
        Assert.Null(await World.RunAsync((FindOpenSlots find) => find.RunAsync(new FindOpenSlotsRequest(acme.Slug, "no-such-type"), default)));
    }

    [Fact]
    public async Task A_type_whose_host_has_no_hours_here_offers_nothing()
    {
        var host = await World.AddMemberAsync(acme, MemberRole.Host, "Dan");

        Assert.Empty((await FindAsync(await World.AddMeetingTypeAsync(acme, [host]))).Slots);
    }

    private async Task<MeetingType> AddTypeAsync(string hours, Action<MeetingType>? change = null) =>
        await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme, "Ada", hours)], change);

    private Task TakeHolidaysOfAsync(MeetingType type, string region) => World.ChangeAsync(async db =>
        (await db.HostSchedules.SingleAsync(schedule => schedule.HostId == type.Hosts[0].HostId)).HolidayRegion = region);

    private async Task<OpenTimes> FindAsync(MeetingType type) =>
        (await World.RunAsync((FindOpenSlots find) => find.RunAsync(new FindOpenSlotsRequest(acme.Slug, type.Slug), default)))!;

    private async Task<string> TimesAsync(MeetingType type) => Times(await FindAsync(type));

    private static IEnumerable<OpenSlot> OnTuesday(OpenTimes open) =>
        open.Slots.Where(slot => slot.Start.InZone(World.Berlin).Date == Tuesday);

    private static string Times(OpenTimes open) => string.Join(' ', OnTuesday(open)
        .Select(slot => slot.Start.InZone(World.Berlin).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
}

public sealed class FindOpenSlotsTests_on_Sqlite(SqliteDatabase database) : FindOpenSlotsTests(database), IClassFixture<SqliteDatabase>;

public sealed class FindOpenSlotsTests_on_Postgres(PostgresDatabase database) : FindOpenSlotsTests(database), IClassFixture<PostgresDatabase>;
