using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Portal.Core.Availability;
using Portal.Core.Availability.Editing;
using Portal.Core.Availability.Sessions;
using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Core.Payments;
using Portal.Core.Scheduling;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Availability.Sessions;

[Trait("Req", "D1")]
public abstract class SessionTests(PortalDatabase database) : WorldTests(database)
{
    private Organization acme = null!;
    private PortalUser ada = null!;

    private HostKey Ada => new(acme.Id, ada.Id);

    public override async Task InitializeAsync()
    {
        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme, "Ada Brandt");
    }

    [Fact]
    public async Task The_first_session_makes_a_type_of_its_own_can_be_booked_at_its_price_and_nothing_else_of_it_can()
    {
        var session = await OfferedAsync("2026-01-10", "18:00", "18:45");

        var type = await World.ReadAsync(db => db.MeetingTypes.Include(type => type.Hosts).SingleAsync(type => type.OrganizationId == acme.Id));
        Assert.Equal(("Session", "session-with-ada-brandt", true, ada.Id), (type.Name, type.Slug, type.SessionsOnly, Assert.Single(type.Hosts).HostId));
        var open = (await World.RunAsync((FindOpenSlots find) => find.RunAsync(new FindOpenSlotsRequest(acme.Slug, type.Slug), default)))!;
        var slot = Assert.Single(open.Slots);
        Assert.Equal((World.At("2026-01-10T18:00"), World.At("2026-01-10T18:45"), session.Id), (slot.Start, slot.End, slot.SessionId));
        Assert.Equal(new Money(45_00, "EUR"), open.PriceOf(slot));
        Assert.IsType<BookSlotOutcome.Booked>(await World.TryBookAsync(type, slot.Start));

        await OfferedAsync("2026-01-11", "18:00", "19:00");
        Assert.Equal(1, await World.ReadAsync(db => db.MeetingTypes.CountAsync(one => one.OrganizationId == acme.Id)));
    }

    [Fact]
    public async Task Each_professional_has_their_own_type_so_that_a_visitor_meets_whom_they_chose()
    {
        var ben = await World.AddHostAsync(acme, "Ben");
        await OfferedAsync("2026-01-10", "18:00", "18:45");
        await OfferedAsync("2026-01-10", "18:00", "18:45", host: new HostKey(acme.Id, ben.Id));

        foreach (var (slug, host) in new[] { ("session-with-ada-brandt", ada), ("session-with-ben", ben) })
        {
            var open = (await World.RunAsync((FindOpenSlots find) => find.RunAsync(new FindOpenSlotsRequest(acme.Slug, slug), default)))!;
            Assert.Equal([host.Id], Assert.Single(open.Slots).Hosts);
        }
    }

    [Fact]
    public async Task Somebody_without_hours_can_offer_a_session_too_and_nothing_but_it()
    {
        var tilda = await World.AddMemberAsync(acme, MemberRole.Agent, "Tilda");
        await OfferedAsync("2026-01-10", "18:00", "18:45", host: new HostKey(acme.Id, tilda.Id));

        var open = (await World.RunAsync((FindOpenSlots find) => find.RunAsync(new FindOpenSlotsRequest(acme.Slug, "session-with-tilda"), default)))!;
        Assert.Single(open.Slots);
        Assert.Equal(WeeklyHours.None, await World.ReadAsync(db => db.HostSchedules.Where(row => row.HostId == tilda.Id).Select(row => row.Hours).SingleAsync()));
    }

    [Fact]
    public async Task A_session_can_be_held_under_a_type_of_the_host_but_of_nobody_else()
    {
        var intro = await World.AddMeetingTypeAsync(acme, [ada]);
        var theirs = await World.AddMeetingTypeAsync(acme, [await World.AddHostAsync(acme, "Ben")]);

        Assert.Equal("Intro call", (await OfferedAsync("2026-01-10", "18:00", "18:45", typeId: intro.Id)).MeetingName);
        Assert.IsType<OfferSessionOutcome.MeetingTypeNotFound>(await OfferAsync("2026-01-11", "18:00", "18:45", typeId: theirs.Id));
    }

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, false)]
    [InlineData(250_00, false)]
    [InlineData(250_01, true)]
    [Trait("Req", "X8")]
    public async Task A_price_outside_the_organisations_limits_is_refused_with_the_limits(long price, bool refused)
    {
        var outcome = await OfferAsync("2026-01-10", "18:00", "18:45", price);

        Assert.Equal(refused ? new OfferSessionOutcome.PriceOutsideLimits(new Money(1_00, "EUR"), new Money(250_00, "EUR")) : null, outcome as OfferSessionOutcome.PriceOutsideLimits);
    }

    [Theory]
    [InlineData("2026-01-05", "07:30", "09:00", typeof(OfferSessionOutcome.TimeIsPast))]
    [InlineData("2026-01-10", "18:00", "18:00", typeof(OfferSessionOutcome.EndsBeforeItBegins))]
    [InlineData("2026-01-10", "18:00", "17:00", typeof(OfferSessionOutcome.EndsBeforeItBegins))]
    [InlineData("2026-03-29", "02:30", "04:00", typeof(OfferSessionOutcome.TimeDoesNotExist))]
    [InlineData("2026-03-29", "01:30", "02:30", typeof(OfferSessionOutcome.TimeDoesNotExist))]
    [InlineData("2027-01-06", "18:00", "19:00", typeof(OfferSessionOutcome.TooFarAhead))]
    [InlineData("2027-01-05", "18:00", "19:00", typeof(OfferSessionOutcome.Offered))]
    [InlineData("2026-01-10", "23:00", "00:00", typeof(OfferSessionOutcome.Offered))]
    public async Task A_time_nobody_could_come_to_is_refused(string date, string start, string end, Type outcome) =>
        Assert.IsType(outcome, await OfferAsync(date, start, end));

    [Fact]
    public async Task Sessions_do_not_overlap_each_other_or_what_is_booked()
    {
        await OfferedAsync("2026-01-10", "18:00", "19:00");
        var intro = await World.AddMeetingTypeAsync(acme, [ada]);
        await World.BookAsync(intro, "2026-01-06T10:00");

        Assert.Equal(
            new OfferSessionOutcome.OverlapsSession(World.At("2026-01-10T18:00"), World.At("2026-01-10T19:00")), await OfferAsync("2026-01-10", "18:30", "20:00"));
        Assert.IsType<OfferSessionOutcome.OverlapsMeeting>(await OfferAsync("2026-01-06", "10:15", "11:00"));
        await OfferedAsync("2026-01-10", "19:00", "20:00");
    }

    [Fact]
    [Trait("Req", "D2")]
    public async Task Sessions_are_listed_as_free_or_booked_and_removed_only_while_free()
    {
        var free = await OfferedAsync("2026-01-10", "18:00", "18:45");
        var booked = await OfferedAsync("2026-01-11", "18:00", "18:45");
        var type = await World.ReadAsync(db => db.MeetingTypes.SingleAsync(type => type.OrganizationId == acme.Id));
        var meeting = await World.BookAsync(type, "2026-01-11T18:00");

        Assert.Equal([(free.Id, SessionState.Free, null), (booked.Id, SessionState.Booked, "Vera Visitor")], await ListAsync());
        Assert.IsType<RemoveSessionOutcome.SessionBooked>(await RemoveAsync(booked.Id));
        Assert.IsType<RemoveSessionOutcome.Removed>(await RemoveAsync(free.Id));
        Assert.IsType<RemoveSessionOutcome.SessionNotFound>(await RemoveAsync(free.Id));

        await World.RunAsync((CancelBooking cancel) => cancel.RunAsync(new CancelBookingRequest(acme.Id, meeting.Id, "Ill", ada.AsActor()), default));
        Assert.IsType<RemoveSessionOutcome.Removed>(await RemoveAsync(booked.Id));
    }

    [Fact]
    [Trait("Req", "D2")]
    public async Task A_session_another_meeting_stands_in_the_way_of_says_so()
    {
        await OfferedAsync("2026-01-06", "10:00", "10:45");
        await World.BookAsync(await World.AddMeetingTypeAsync(acme, [ada]), "2026-01-06T10:30");

        Assert.Equal(SessionState.Blocked, Assert.Single(await ListAsync()).State);
    }

    [Fact]
    [Trait("Req", "D2")]
    public async Task Of_a_booking_and_a_removal_in_the_same_moment_exactly_one_succeeds()
    {
        for (var day = 12; day < 18; day++)
        {
            var session = await OfferedAsync($"2026-01-{day}", "18:00", "18:45");
            var type = await World.ReadAsync(db => db.MeetingTypes.SingleAsync(type => type.OrganizationId == acme.Id));

            var both = await Simultaneously.RunAsync(
            [
                async () => await World.TryBookAsync(type, $"2026-01-{day}T18:00") is BookSlotOutcome.Booked,
                async () => await RemoveAsync(session.Id) is RemoveSessionOutcome.Removed,
            ]);

            Assert.Single(both, succeeded => succeeded);
        }
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Nobody_else_sees_or_removes_a_session()
    {
        var session = await OfferedAsync("2026-01-10", "18:00", "18:45");
        var globex = await World.AddOrganizationAsync();
        var ben = await World.AddHostAsync(acme, "Ben");

        foreach (var stranger in new[] { new HostKey(acme.Id, ben.Id), new HostKey(globex.Id, ada.Id) })
        {
            Assert.Empty((await World.RunAsync((ListSessions list) => list.RunAsync(stranger, default))).Sessions);
            Assert.IsType<RemoveSessionOutcome.SessionNotFound>(
                await World.RunAsync((RemoveSession remove) => remove.RunAsync(stranger, session.Id, ben.AsActor(), default)));
        }
        Assert.Single(await ListAsync());
    }

    private Task<OfferSessionOutcome> OfferAsync(
        string date, string start, string end, long price = 45_00, Guid? typeId = null, HostKey? host = null) =>
        World.RunAsync((OfferSession offer) => offer.RunAsync(new OfferSessionRequest(
            host ?? Ada, LocalDatePattern.Iso.Parse(date).Value, Time(start), Time(end), price, typeId, ada.AsActor()), default));

    private async Task<OfferedSession> OfferedAsync(string date, string start, string end, Guid? typeId = null, HostKey? host = null) =>
        Assert.IsType<OfferSessionOutcome.Offered>(await OfferAsync(date, start, end, typeId: typeId, host: host)).Session;

    private Task<RemoveSessionOutcome> RemoveAsync(Guid id) => World.RunAsync((RemoveSession remove) => remove.RunAsync(Ada, id, ada.AsActor(), default));

    private async Task<IReadOnlyList<(Guid Id, SessionState State, string? Visitor)>> ListAsync() =>
    [
        .. (await World.RunAsync((ListSessions list) => list.RunAsync(Ada, default))).Sessions.Select(one => (one.Session.Id, one.State, one.Visitor)),
    ];

    private static LocalTime Time(string text) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;
}

public sealed class SessionTests_on_Sqlite(SqliteDatabase database) : SessionTests(database), IClassFixture<SqliteDatabase>;

public sealed class SessionTests_on_Postgres(PostgresDatabase database) : SessionTests(database), IClassFixture<PostgresDatabase>;
