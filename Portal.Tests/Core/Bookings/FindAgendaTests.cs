using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

public abstract class FindAgendaTests(PortalDatabase database) : WorldTests(database)
{
    [Fact]
    public async Task Meetings_are_sorted_into_today_and_the_days_after_in_the_zone_asked_for()
    {
        var (acme, ada, type) = await HostAsync();
        var morning = await World.BookAsync(type, "2026-01-05T09:00");
        var evening = await World.BookAsync(type, "2026-01-05T16:30");
        var tomorrow = await World.BookAsync(type, "2026-01-06T09:00");
        var later = await World.BookAsync(type, "2026-01-09T09:00");

        var agenda = await FindAsync(acme, ada);
        var inAuckland = await FindAsync(acme, ada, "Pacific/Auckland");

        Assert.Equal(new LocalDate(2026, 1, 5), agenda.Today);
        Assert.Equal([morning.Id, evening.Id], agenda.OfToday.Select(meeting => meeting.BookingId));
        Assert.Equal([new LocalDate(2026, 1, 6), new LocalDate(2026, 1, 9)], agenda.Later.Select(day => day.Date));
        Assert.Equal([tomorrow.Id, later.Id], agenda.Later.SelectMany(day => day.Meetings).Select(meeting => meeting.BookingId));
        // 16:30 in Berlin is the next morning in Auckland
        Assert.Equal([morning.Id], inAuckland.OfToday.Select(meeting => meeting.BookingId));
    }

    [Fact]
    public async Task Next_is_the_meeting_that_runs_or_begins_next_and_not_one_that_is_over()
    {
        var (acme, ada, type) = await HostAsync();
        var first = await World.BookAsync(type, "2026-01-05T09:00");
        var second = await World.BookAsync(type, "2026-01-05T10:00");

        Assert.Equal(first.Id, (await FindAsync(acme, ada)).Next!.BookingId);
        World.Clock.Set(World.At("2026-01-05T09:29"));
        Assert.Equal(first.Id, (await FindAsync(acme, ada)).Next!.BookingId);
        World.Clock.Set(World.At("2026-01-05T09:30"));
        Assert.Equal(second.Id, (await FindAsync(acme, ada)).Next!.BookingId);
        World.Clock.Set(World.At("2026-01-05T10:30"));
        Assert.Null((await FindAsync(acme, ada)).Next);
    }

    [Fact]
    public async Task A_meeting_called_off_stays_on_today_and_leaves_the_days_after()
    {
        var (acme, ada, type) = await HostAsync();
        var today = await World.BookAsync(type, "2026-01-05T09:00");
        var tomorrow = await World.BookAsync(type, "2026-01-06T09:00");
        foreach (var meeting in new[] { today, tomorrow })
            await World.RunAsync((CancelBooking cancel) => cancel.RunAsync(new CancelBookingRequest(acme.Id, meeting.Id, null, meeting.Visitor), default));

        var agenda = await FindAsync(acme, ada);

        Assert.Equal(BookingStatus.Cancelled, Assert.Single(agenda.OfToday).Status);
        Assert.Empty(agenda.Later);
        Assert.Null(agenda.Next);
    }

    [Fact]
    public async Task Yesterdays_meetings_are_gone_but_one_that_runs_past_midnight_stays()
    {
        var (acme, ada, type) = await HostAsync("1 09:00-00:00");
        await World.BookAsync(type, "2026-01-05T22:00");
        var late = await World.BookAsync(type, "2026-01-05T23:30");
        await World.ChangeAsync(async db => (await db.Bookings.FindAsync(late.Id))!.EndsAt = World.At("2026-01-06T00:15"));
        World.Clock.Set(World.At("2026-01-06T00:05"));

        Assert.Equal([late.Id], (await FindAsync(acme, ada)).OfToday.Select(meeting => meeting.BookingId));
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task A_host_of_two_organisations_sees_in_each_only_its_own_meetings()
    {
        var (acme, ada, type) = await HostAsync();
        var globex = await World.AddOrganizationAsync();
        await World.AddHoursAsync(globex, ada);
        var ours = await World.BookAsync(type, "2026-01-05T09:00");
        var theirs = await World.BookAsync(await World.AddMeetingTypeAsync(globex, [ada]), "2026-01-05T10:00");

        Assert.Equal([ours.Id], (await FindAsync(acme, ada)).OfToday.Select(meeting => meeting.BookingId));
        Assert.Equal([theirs.Id], (await FindAsync(globex, ada)).OfToday.Select(meeting => meeting.BookingId));
    }

    private async Task<(Organization Organization, PortalUser Host, MeetingType Type)> HostAsync(string? hours = null)
    {
        var acme = await World.AddOrganizationAsync();
        var ada = await World.AddHostAsync(acme, hours: hours);
        return (acme, ada, await World.AddMeetingTypeAsync(acme, [ada]));
    }

    private Task<Agenda> FindAsync(Organization organization, PortalUser host, string zone = "Europe/Berlin") =>
        World.RunAsync((FindAgenda find) => find.RunAsync(new FindAgendaRequest(organization.Id, host.Id, DateTimeZoneProviders.Tzdb[zone]), default));
}

public sealed class FindAgendaTests_on_Sqlite(SqliteDatabase database) : FindAgendaTests(database), IClassFixture<SqliteDatabase>;

public sealed class FindAgendaTests_on_Postgres(PostgresDatabase database) : FindAgendaTests(database), IClassFixture<PostgresDatabase>;
