using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.WaitingRoom;

/// <summary>What the visitor's page and the hosts' panel show, and who is swept from the door.</summary>
public abstract class WaitingQueueTests(PortalDatabase database) : WorldTests(database)
{
    private Organization acme = null!;
    private PortalUser ada = null!;
    private PortalUser ben = null!;

    public override async Task InitializeAsync()
    {
        // a sweep looks at every organisation, also those of the tests before this one
        World.Clock.Advance(Duration.FromDays(365));
        await ClearAsync();
        World.Clock.Set(FakeClock.Start);

        acme = await World.AddOrganizationAsync();
        ada = await World.AddHostAsync(acme, "Ada");
        ben = await World.AddHostAsync(acme, "Ben");
    }

    [Fact]
    [Trait("Req", "B4")]
    public async Task A_visitor_sees_how_many_wait_for_the_same_host_and_came_before()
    {
        var quick = await World.AddMeetingTypeAsync(acme, [ada], type => type.Length = type.Increment = Duration.FromMinutes(5));
        var first = await World.BookAsync(quick, "2026-01-06T10:00");
        var second = await World.BookAsync(quick, "2026-01-06T10:05");
        var forBen = await World.BookAsync(await World.AddMeetingTypeAsync(acme, [ben]), "2026-01-06T10:00");

        World.Clock.Set(World.At("2026-01-06T09:59"));
        foreach (var meeting in new[] { forBen, first, second })
        {
            await World.EnterAsync(meeting);
            World.Clock.Advance(Duration.FromSeconds(10));
        }

        Assert.Equal(0, (await PlaceAsync(forBen)).Before.People);
        Assert.Equal(0, (await PlaceAsync(first)).Before.People);
        Assert.Equal(1, (await PlaceAsync(second)).Before.People);
        await LeaveAsync(first);
        Assert.Equal(0, (await PlaceAsync(second)).Before.People);
    }

    [Fact]
    [Trait("Req", "B4")]
    public async Task The_place_tells_the_visitor_with_whom_about_what_and_since_when()
    {
        var meeting = await BookAndWaitAsync(ada, "2026-01-06T10:00");

        var place = await PlaceAsync(meeting);

        Assert.Equal(("Ada", "Intro call", "Acme Support"), (place.HostName, place.MeetingName, place.OrganizationName));
        Assert.Equal((Admission.Waiting, BookingStatus.Waiting, World.Now, false), (place.Admission, place.BookingStatus, place.WaitingSince, place.IsOver(World.Now)));
        Assert.Equal((World.At("2026-01-06T10:00"), World.At("2026-01-06T10:30"), World.Berlin), (place.StartsAt, place.EndsAt, place.VisitorZone));
    }

    [Fact]
    [Trait("Req", "B5")]
    public async Task The_panel_lists_everybody_at_the_doors_of_the_organisation_longest_waiting_first()
    {
        var late = await World.BookAsync(await World.AddMeetingTypeAsync(acme, [ada]), "2026-01-06T10:00");
        var early = await World.BookAsync(await World.AddMeetingTypeAsync(acme, [ben]), "2026-01-06T10:00");
        World.Clock.Set(World.At("2026-01-06T09:50"));
        await World.EnterAsync(early);
        World.Clock.Advance(Duration.FromMinutes(1));
        await World.EnterAsync(late);
        var globex = await World.AddOrganizationAsync();
        await World.BookAndWaitAsync(await World.AddMeetingTypeAsync(globex, [await World.AddHostAsync(globex)]), "2026-01-06T10:00");

        var waiting = (await World.RunAsync((ListWaiting list) => list.RunAsync(acme.Id, default))).Waiting;

        Assert.Equal([early.VisitorId, late.VisitorId], waiting.Select(visitor => visitor.ParticipantId));
        Assert.Equal(["Ben", "Ada"], waiting.Select(visitor => visitor.HostName));
        Assert.Equal((World.At("2026-01-06T09:50"), "Vera Visitor", "Intro call"), (waiting[0].WaitingSince, waiting[0].Name, waiting[0].MeetingName));
    }

    [Fact]
    [Trait("Req", "B9")]
    public async Task Who_is_silent_for_three_minutes_is_swept_and_who_looks_in_keeps_the_place()
    {
        var silent = await BookAndWaitAsync(ada, "2026-01-06T10:00");
        var live = await BookAndWaitAsync(ben, "2026-01-06T10:00");

        World.Clock.Advance(Duration.FromMinutes(2));
        await PlaceAsync(live);
        await KeepSignsAsync();
        World.Clock.Advance(Duration.FromMinutes(1));
        Assert.Equal(0, await ClearAsync());
        World.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal(1, await ClearAsync());

        Assert.Equal(Admission.Outside, (await World.FindVisitorAsync(silent)).Admission);
        Assert.Equal(BookingStatus.Confirmed, (await World.FindBookingAsync(silent.Id)).Status);
        Assert.Equal(Admission.Waiting, (await World.FindVisitorAsync(live)).Admission);
        Assert.Equal(0, await ClearAsync());
    }

    [Fact]
    [Trait("Req", "B9")]
    public async Task Who_still_looks_when_the_meeting_s_time_is_over_is_swept_too()
    {
        var meeting = await BookAndWaitAsync(ada, "2026-01-06T10:00");
        World.Clock.Set(World.At("2026-01-06T10:29"));
        await PlaceAsync(meeting);
        await KeepSignsAsync();
        Assert.Equal(0, await ClearAsync());

        World.Clock.Set(World.At("2026-01-06T10:30"));
        Assert.True((await PlaceAsync(meeting)).IsOver(World.Now));
        Assert.Equal(1, await ClearAsync());

        Assert.Empty((await World.RunAsync((ListWaiting list) => list.RunAsync(acme.Id, default))).Waiting);
        Assert.Equal(BookingStatus.Confirmed, (await World.FindBookingAsync(meeting.Id)).Status);
    }

    [Fact]
    [Trait("Req", "B9")]
    public async Task Who_is_let_in_while_being_swept_stays_let_in()
    {
        var meeting = await BookAndWaitAsync(ada, "2026-01-06T10:00");
        World.Clock.Advance(Duration.FromMinutes(4));
        World.BeforeNextSave = () => World.RunAsync((AdmitParticipant admit) => admit.RunAsync(
            new AdmitParticipantRequest(acme.Id, meeting.VisitorId, ada.AsActor()), default));

        Assert.Equal(0, await ClearAsync());

        Assert.Equal(Admission.Admitted, (await World.FindVisitorAsync(meeting)).Admission);
    }

    [Fact]
    [Trait("Req", "B4")]
    public async Task Looking_in_writes_nothing_and_what_was_seen_is_written_down_together()
    {
        var meeting = await BookAndWaitAsync(ada, "2026-01-06T10:00");
        var other = await BookAndWaitAsync(ben, "2026-01-06T10:00");
        var entered = World.Now;
        World.Clock.Advance(Duration.FromMinutes(1));

        await PlaceAsync(meeting);
        await PlaceAsync(other);
        Assert.Equal(entered, (await World.FindVisitorAsync(meeting)).LastSeenAt);

        Assert.Equal(2, await KeepSignsAsync());
        Assert.Equal((World.Now, World.Now), ((await World.FindVisitorAsync(meeting)).LastSeenAt, (await World.FindVisitorAsync(other)).LastSeenAt));
        Assert.Equal(0, await KeepSignsAsync());
    }

    [Fact]
    [Trait("Req", "B9")]
    [Trait("Req", "N4")]
    public async Task A_phone_that_slept_and_was_swept_has_its_old_place_again()
    {
        var quick = await World.AddMeetingTypeAsync(acme, [ada], type => type.Length = type.Increment = Duration.FromMinutes(15));
        var sleeper = await World.BookAsync(quick, "2026-01-06T10:00");
        var other = await World.BookAsync(quick, "2026-01-06T10:15");
        World.Clock.Set(World.At("2026-01-06T10:00"));
        await World.EnterAsync(sleeper);
        World.Clock.Advance(Duration.FromSeconds(30));
        await World.EnterAsync(other);
        World.Clock.Advance(Duration.FromMinutes(3));
        await PlaceAsync(other);
        await KeepSignsAsync();
        Assert.Equal(1, await ClearAsync());
        Assert.Equal(0, (await PlaceAsync(other)).Before.People);
        Assert.True((await PlaceAsync(sleeper)).IsPlaceKept(World.Now));

        World.Clock.Advance(Duration.FromMinutes(10));
        await World.EnterAsync(sleeper);

        Assert.Equal(World.At("2026-01-06T10:00"), (await World.FindVisitorAsync(sleeper)).WaitingSince);
        Assert.Equal((0, 1), ((await PlaceAsync(sleeper)).Before.People, (await PlaceAsync(other)).Before.People));
    }

    [Fact]
    [Trait("Req", "B9")]
    public async Task Who_stays_away_longer_than_the_place_is_kept_comes_back_to_the_end_of_the_queue()
    {
        var meeting = await BookAndWaitAsync(ada, "2026-01-06T10:00");
        World.Clock.Advance(Duration.FromMinutes(4));
        await ClearAsync();

        World.Clock.Advance(Participant.PlaceKeptFor);
        Assert.False((await PlaceAsync(meeting)).IsPlaceKept(World.Now));
        await World.EnterAsync(meeting);

        Assert.Equal(World.Now, (await World.FindVisitorAsync(meeting)).WaitingSince);
    }

    private async Task<BookedMeeting> BookAndWaitAsync(PortalUser host, string at)
    {
        MeetingType type = await World.AddMeetingTypeAsync(acme, [host]);
        World.Clock.Set(FakeClock.Start);
        return await World.BookAndWaitAsync(type, at);
    }

    private Task<WaitingPlace> PlaceAsync(BookedMeeting meeting) => World.PlaceOfAsync(meeting);

    private Task<Admission> LeaveAsync(BookedMeeting meeting) =>
        World.RunAsync((LeaveWaitingRoom leave) => leave.RunAsync(meeting.VisitorId, default));

    private Task<int> KeepSignsAsync() => World.RunAsync((KeepSignsOfLife keep) => keep.RunAsync(default));

    private Task<int> ClearAsync() => World.RunAsync((ClearTheDoor clear) => clear.RunAsync(default));
}

public sealed class WaitingQueueTests_on_Sqlite(SqliteDatabase database) : WaitingQueueTests(database), IClassFixture<SqliteDatabase>;

public sealed class WaitingQueueTests_on_Postgres(PostgresDatabase database) : WaitingQueueTests(database), IClassFixture<PostgresDatabase>;
