using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Scheduling;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Bookings;

[Trait("Req", "C1")]
public abstract class FindCalendarTests(PortalDatabase database) : WorldTests(database)
{
    private static readonly LocalDate Monday = new(2026, 1, 5);

    [Fact]
    public async Task A_host_sees_what_is_booked_with_them_and_not_what_was_called_off()
    {
        var (acme, ada, type) = await HostAsync();
        var eve = await World.AddHostAsync(acme, "Eve");
        var booked = await World.BookAsync(type, "2026-01-06T10:00");
        var cancelled = await World.BookAsync(type, "2026-01-06T11:00");
        await World.RunAsync((CancelBooking cancel) => cancel.RunAsync(new CancelBookingRequest(acme.Id, cancelled.Id, null, cancelled.Visitor), default));
        await World.BookAsync(await World.AddMeetingTypeAsync(acme, [eve]), "2026-01-06T10:00");
        await World.BookAsync(type, "2026-01-13T10:00");

        var calendar = await ShowAsync(acme, ada);

        var shown = Assert.Single(calendar.Bookings);
        Assert.Equal((booked.Id, "Vera Visitor", "Intro call", BookingStatus.Confirmed), (shown.Id, shown.VisitorName, shown.MeetingName, shown.Status));
        Assert.Equal(ada.Id, calendar.ShownHostId);
        Assert.Empty(calendar.Choices);
        Assert.Empty(calendar.Busy);
    }

    [Fact]
    public async Task Hours_follow_the_weekly_hours_other_hours_of_a_date_and_days_off()
    {
        var (acme, ada, _) = await HostAsync();
        await World.AddAsync(
            new DateOverride { OrganizationId = acme.Id, HostId = ada.Id, Date = Monday.PlusDays(1), Hours = DayExceptions.Parse("13:00-15:00"), Note = "Dentist" },
            new TimeOff { Id = Guid.NewGuid(), OrganizationId = acme.Id, HostId = ada.Id, FirstDay = Monday.PlusDays(2), LastDay = Monday.PlusDays(3), Note = "Skiing" });

        var host = Assert.Single((await ShowAsync(acme, ada)).Hosts);

        Assert.Equal(
            [
                new Interval(World.At("2026-01-05T09:00"), World.At("2026-01-05T17:00")),
                new Interval(World.At("2026-01-06T13:00"), World.At("2026-01-06T15:00")),
                new Interval(World.At("2026-01-09T09:00"), World.At("2026-01-09T17:00")),
            ],
            host.Hours);
        Assert.True(host.Exceptions.TryGet(Monday.PlusDays(3), out var off));
        Assert.Equal((DayExceptionKind.DayOff, "Skiing"), (off.Kind, off.Name));
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Of_another_organisation_a_host_sees_only_that_they_are_busy()
    {
        var (acme, ada, _) = await HostAsync();
        var globex = await World.AddOrganizationAsync();
        await World.AddHoursAsync(globex, ada);
        await World.BookAsync(
            await World.AddMeetingTypeAsync(globex, [ada], type => type.BufferAfter = Duration.FromMinutes(15)), "2026-01-06T10:00");

        var calendar = await ShowAsync(acme, ada);

        Assert.Empty(calendar.Bookings);
        Assert.Equal(
            [new CalendarBusy(ada.Id, World.At("2026-01-06T10:00"), World.At("2026-01-06T10:45"), IsHeld: false)],
            calendar.Busy);
    }

    [Fact]
    public async Task A_time_somebody_is_booking_is_held_until_the_hold_lapses()
    {
        var (acme, ada, type) = await HostAsync();
        await World.RunAsync((HoldSlot hold) => hold.RunAsync(
            new HoldSlotRequest(acme.Slug, type.Slug, World.At("2026-01-06T10:00"), null, null, Holder.Of("another browser")), default));

        var before = (await ShowAsync(acme, ada)).Busy;
        World.Clock.Advance(Duration.FromMinutes(6));
        var after = (await ShowAsync(acme, ada)).Busy;

        Assert.Equal([new CalendarBusy(ada.Id, World.At("2026-01-06T10:00"), World.At("2026-01-06T10:30"), IsHeld: true)], before);
        Assert.Empty(after);
    }

    [Fact]
    public async Task A_collective_meeting_is_in_the_calendar_of_each_of_its_hosts()
    {
        var (acme, ada, _) = await HostAsync();
        var eve = await World.AddHostAsync(acme, "Eve");
        var type = await World.AddMeetingTypeAsync(acme, [ada, eve], type => type.Assignment = HostAssignment.Collective);
        var meeting = await World.BookAsync(type, "2026-01-06T10:00");

        foreach (var host in new[] { ada, eve })
        {
            var shown = Assert.Single((await ShowAsync(acme, host)).Bookings);
            Assert.Equal(meeting.Id, shown.Id);
            Assert.Equal([ada.Id, eve.Id], shown.HostIds);
        }
    }

    [Fact]
    public async Task The_places_of_a_group_meeting_share_a_group()
    {
        var (acme, ada, _) = await HostAsync();
        var type = await World.AddMeetingTypeAsync(acme, [ada], type => type.Capacity = 3);
        await World.BookAsync(type, "2026-01-06T10:00");
        await World.BookAsync(type, "2026-01-06T10:00");

        var places = (await ShowAsync(acme, ada)).Bookings;

        Assert.Equal([3, 3], places.Select(place => place.Capacity));
        Assert.NotNull(Assert.Single(places.Select(place => place.GroupId).Distinct()));
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Only_admins_see_calendars_of_others_and_only_of_their_organisation()
    {
        var (acme, ada, type) = await HostAsync();
        var eve = await World.AddHostAsync(acme, "Eve");
        var boss = await World.AddMemberAsync(acme, MemberRole.Admin, "Boss");
        var stranger = await World.AddHostAsync(await World.AddOrganizationAsync(), "Stranger");
        await World.BookAsync(type, "2026-01-06T10:00");

        Assert.IsType<FindCalendarOutcome.NotYours>(await FindAsync(acme, ada, new CalendarOwner.Host(eve.Id)));
        Assert.IsType<FindCalendarOutcome.NotYours>(await FindAsync(acme, ada, new CalendarOwner.Everybody()));
        Assert.IsType<FindCalendarOutcome.NotYours>(await FindAsync(acme, ada, new CalendarOwner.Host(stranger.Id)));
        Assert.IsType<FindCalendarOutcome.HostNotFound>(await FindAsync(acme, boss, new CalendarOwner.Host(stranger.Id), MemberRole.Admin));
        var one = await ShowAsync(acme, boss, new CalendarOwner.Host(ada.Id), MemberRole.Admin);
        Assert.Equal((ada.Id, 1), (one.ShownHostId!.Value, one.Bookings.Count));
        // who holds no meetings looks after everybody's
        var all = await ShowAsync(acme, boss, new CalendarOwner.Own(), MemberRole.Admin);
        Assert.Equal((null, 1), (all.ShownHostId, all.Bookings.Count));
        Assert.Equal([ada.Id, eve.Id], all.Choices.Select(choice => choice.HostId));
    }

    [Fact]
    public async Task A_day_is_meant_in_the_readers_zone()
    {
        var (acme, ada, type) = await HostAsync("1 09:00-00:00;2 00:00-17:00");
        var late = await World.BookAsync(type, "2026-01-05T23:30");

        Assert.Equal([late.Id], (await ShowAsync(acme, ada, last: Monday)).Bookings.Select(booking => booking.Id));
        Assert.Empty((await ShowAsync(acme, ada, last: Monday, zone: "Asia/Tokyo")).Bookings);
    }

    private async Task<(Organization Organization, PortalUser Host, MeetingType Type)> HostAsync(string? hours = null)
    {
        var acme = await World.AddOrganizationAsync();
        var ada = await World.AddHostAsync(acme, hours: hours);
        return (acme, ada, await World.AddMeetingTypeAsync(acme, [ada]));
    }

    private async Task<StaffCalendar> ShowAsync(
        Organization organization, PortalUser by, CalendarOwner? owner = null, MemberRole role = MemberRole.Host, LocalDate? last = null, string zone = "Europe/Berlin") =>
        Assert.IsType<FindCalendarOutcome.Found>(await FindAsync(organization, by, owner ?? new CalendarOwner.Own(), role, last, zone)).Calendar;

    private Task<FindCalendarOutcome> FindAsync(
        Organization organization, PortalUser by, CalendarOwner owner, MemberRole role = MemberRole.Host, LocalDate? last = null, string zone = "Europe/Berlin")
    {
        var member = new CurrentMember(
            by.Id, by.DisplayName, organization.Id, organization.Slug, organization.Name, DateTimeZoneProviders.Tzdb[zone], organization.WaitingRoomEnabled, role);
        return World.RunAsync((FindCalendar find) => find.RunAsync(new FindCalendarRequest(member, owner, Monday, last ?? Monday.PlusDays(6)), default));
    }
}

public sealed class FindCalendarTests_on_Sqlite(SqliteDatabase database) : FindCalendarTests(database), IClassFixture<SqliteDatabase>;

public sealed class FindCalendarTests_on_Postgres(PostgresDatabase database) : FindCalendarTests(database), IClassFixture<PostgresDatabase>;
