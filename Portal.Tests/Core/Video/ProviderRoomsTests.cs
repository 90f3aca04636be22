using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Video;
using Portal.Core.Video.Accounts;
using Portal.Core.Video.Direct;
using Portal.Core.Video.LiveKit;
using Portal.Core.Video.Recording;
using Portal.Core.Video.Rooms;
using Portal.Core.Video.Twilio;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;
using Portal.Tests.Support.Http;
using Portal.Tests.Support.Providers;

namespace Portal.Tests.Core.Video;

/// <summary>Calls of an organisation whose provider is Twilio, at a fake that also misbehaves.</summary>
public sealed class ProviderRoomsTests : IClassFixture<SqliteDatabase>, IAsyncLifetime
{
    private const string Start = "2026-01-06T10:00";

    private readonly FakeTwilio twilio = new();
    private readonly OutgoingCalls outgoing = new();
    private readonly List<string> told = [];
    private readonly World world;
    private Organization acme = null!;
    private PortalUser host = null!;
    private MeetingType type = null!;
    private BookedMeeting meeting = null!;

    public ProviderRoomsTests(SqliteDatabase database)
    {
        outgoing.Allow(twilio.Address);
        world = new World(database, services => services
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Video:Twilio:ApiUrl"] = twilio.Address.AbsoluteUri,
                ["Video:AttemptTimeout"] = "00:00:00.400",
            }).Build())
            .AddPortalVideo()
            .AddSingleton<ICallPages>(new RecordedPages(told))
            .AddSingleton<IHttpMessageHandlerBuilderFilter>(outgoing));
    }

    public async Task InitializeAsync()
    {
        acme = await world.AddOrganizationAsync(true);
        host = await world.AddHostAsync(acme);
        type = await world.AddMeetingTypeAsync(acme, [host]);
        meeting = await world.BookAsync(type, Start);
        world.Clock.Set(World.At(Start));
        await SaveAccountAsync();
        await ChooseAsync(TwilioRegistration.ProviderId);
    }

    public async Task DisposeAsync()
    {
        await world.DisposeAsync();
        await twilio.DisposeAsync();
        outgoing.ThrowIfUnexpected();
    }

    [Fact]
    [Trait("Req", "A13")]
    public async Task Both_sides_get_tickets_for_one_room_at_the_organisation_s_provider()
    {
        var first = await LaunchAsync();
        var second = await LaunchAsync();

        Assert.Equal((TwilioRegistration.ProviderId, first.Seat.RoomName), (second.ProviderId, second.Seat.RoomName));
        Assert.Single(twilio.Rooms);
        Assert.NotNull(HandMadeJwt.Read(second.Token, FakeTwilio.ApiSecret));
    }

    [Fact]
    public async Task A_change_of_setting_does_not_split_a_meeting_that_has_begun()
    {
        await LaunchAsync();
        await ChooseAsync(DirectVideoProvider.ProviderId);

        Assert.Equal(TwilioRegistration.ProviderId, (await LaunchAsync()).ProviderId);
    }

    [Fact]
    public async Task A_meeting_type_s_own_provider_comes_before_the_organisation_s()
    {
        await world.ChangeAsync(db => db.MeetingTypes.Where(row => row.Id == type.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.VideoProvider, "direct")));

        Assert.Equal(DirectVideoProvider.ProviderId, (await LaunchAsync()).ProviderId);
        Assert.Empty(twilio.Rooms);
    }

    [Fact]
    [Trait("Promise", "R9")]
    public async Task A_provider_that_is_down_costs_nobody_the_meeting_and_admins_are_told()
    {
        twilio.Expect(Enumerable.Repeat(Trouble.Breaks, 3));

        Assert.Equal(DirectVideoProvider.ProviderId, (await LaunchAsync()).ProviderId);
        Assert.Equal(DirectVideoProvider.ProviderId, (await LaunchAsync()).ProviderId);

        var fallen = Assert.Single((await SettingsAsync()).FellBack);
        Assert.Equal((meeting.Id, TwilioRegistration.ProviderId), (fallen.BookingId, fallen.From));
        Assert.Contains("Twilio", fallen.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_configured_and_is_no_longer_is_carried_directly_and_admins_are_told()
    {
        Assert.True(await world.RunAsync((RemoveVideoAccount remove) => remove.RunAsync(Admin, TwilioRegistration.ProviderId, default)));

        Assert.Equal(DirectVideoProvider.ProviderId, (await LaunchAsync()).ProviderId);
        var settings = await SettingsAsync();
        Assert.False(settings.IsConfigured(TwilioRegistration.Kind));
        Assert.Single(settings.FellBack);
    }

    [Fact]
    public async Task A_page_made_for_another_provider_is_told_to_load_again() => Assert.Equal(
        new JoinCallOutcome.ElsewhereNow(TwilioRegistration.ProviderId),
        await world.RunAsync((LaunchMeeting launch) => launch.RunAsync(new(meeting.Id, new CallCaller(host.Id, []), "direct"), default)));

    [Fact]
    public async Task A_room_the_provider_closed_because_nobody_was_in_it_is_opened_again()
    {
        var before = twilio.Running((await LaunchAsync()).Seat.RoomName);
        before.IsRunning = false;

        var token = HandMadeJwt.Read((await LaunchAsync()).Token, FakeTwilio.ApiSecret)!.Value;
        var room = token.GetProperty("grants").GetProperty("video").GetProperty("room").GetString();
        Assert.NotEqual(before.Sid, room);
    }

    [Fact]
    [Trait("Req", "B14")]
    [Trait("Promise", "R14")]
    public async Task An_end_for_all_closes_the_room_at_the_provider_also_when_it_answers_only_later()
    {
        var seat = await MeetAtProviderAsync();
        twilio.Expect(Enumerable.Repeat(Trouble.Breaks, 3));
        Assert.IsType<EndMeetingOutcome.Ended>(await world.RunAsync((EndMeeting end) => end.RunAsync(new(acme.Id, meeting.Id, host.AsActor()), default)));
        Assert.True(twilio.Running(seat.RoomName).IsRunning);

        await world.RunAsync((ReconcileRooms reconcile) => reconcile.RunAsync(default));

        Assert.DoesNotContain(twilio.Rooms, room => room.IsRunning);
    }

    [Fact]
    [Trait("Promise", "R14")]
    public async Task After_a_removal_the_room_the_visitor_has_a_token_for_is_closed()
    {
        var seat = await MeetAtProviderAsync();
        await world.RunAsync((RemoveParticipant remove) => remove.RunAsync(new(acme.Id, meeting.Id, meeting.VisitorId, null, host.AsActor()), default));
        var next = await LaunchAsync();

        Assert.Equal([next.Seat.RoomName], twilio.Rooms.Where(room => room.IsRunning).Select(room => room.Name));
        Assert.NotEqual(seat.RoomName, next.Seat.RoomName);
    }

    [Fact]
    [Trait("Req", "B13")]
    [Trait("Req", "X9")]
    public async Task Who_came_and_went_is_known_by_asking_when_no_callback_tells()
    {
        var granted = await LaunchAsync();
        twilio.Connect(granted.Seat.RoomName, granted.Seat.Identity);
        await ReconcileAsync();
        Assert.True(await IsInCallAsync(granted.Seat.ParticipantId));

        twilio.Running(granted.Seat.RoomName).People.Clear();
        await ReconcileAsync();
        Assert.True(await IsInCallAsync(granted.Seat.ParticipantId));
        world.Clock.Advance(LoseConnection.Patience + Duration.FromMinutes(1));
        await ReconcileAsync();
        await world.RunAsync((CloseOverdueMeetings sweep) => sweep.RunAsync(default));

        Assert.False(await IsInCallAsync(granted.Seat.ParticipantId));
    }

    [Fact]
    [Trait("Promise", "R9")]
    public async Task A_provider_that_does_not_answer_makes_nobody_leave()
    {
        var granted = await LaunchAsync();
        twilio.Connect(granted.Seat.RoomName, granted.Seat.Identity);
        await ReconcileAsync();
        world.Clock.Advance(Duration.FromMinutes(5));
        twilio.Expect(Enumerable.Repeat(Trouble.Breaks, 3));

        await ReconcileAsync();
        await world.RunAsync((CloseOverdueMeetings sweep) => sweep.RunAsync(default));

        Assert.True(await IsInCallAsync(granted.Seat.ParticipantId));
    }

    [Fact]
    [Trait("Promise", "R14")]
    public async Task Whoever_is_at_the_provider_without_being_let_in_is_sent_out()
    {
        var granted = await LaunchAsync();
        twilio.Connect(granted.Seat.RoomName, RoomSeat.IdentityOf(meeting.VisitorId));

        await ReconcileAsync();

        Assert.Empty(twilio.Running(granted.Seat.RoomName).People);
        Assert.False(await IsInCallAsync(meeting.VisitorId));
    }

    [Fact]
    [Trait("Req", "D10")]
    public async Task A_recording_is_off_until_the_organisation_wants_it_and_everybody_is_told()
    {
        var granted = await LaunchAsync();
        await CallTests.SitDownAsync(world, granted.Seat, "page");
        Assert.IsType<SwitchRecordingOutcome.NotOffered>(await RecordAsync(true));

        await ChooseAsync(TwilioRegistration.ProviderId, records: true);
        Assert.NotNull(Assert.IsType<SwitchRecordingOutcome.Switched>(await RecordAsync(true)).Since);
        Assert.Null(Assert.IsType<SwitchRecordingOutcome.Switched>(await RecordAsync(false)).Since);

        Assert.Equal(["page: recording True", "page: recording False"], told);
        Assert.Equal("""[{"type":"exclude","all":true}]""", twilio.Running(granted.Seat.RoomName).Rules);
    }

    [Fact]
    [Trait("Promise", "R13")]
    public async Task No_secret_of_an_account_is_in_the_database_or_in_what_is_shown()
    {
        var stored = await world.ReadAsync(db => db.VideoAccounts.Where(row => row.OrganizationId == acme.Id).Select(row => row.Sealed).SingleAsync());
        var shown = (await SettingsAsync()).Accounts.SelectMany(account => account.Values.Values).ToList();

        Assert.All([FakeTwilio.ApiSecret, FakeTwilio.AuthToken], secret =>
        {
            Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, shown);
        });
        Assert.Contains(FakeTwilio.ApiKey, shown);
    }

    [Fact]
    public async Task A_secret_left_empty_stays_what_it_was_and_a_value_of_the_wrong_shape_is_refused()
    {
        Assert.IsType<SaveVideoAccountOutcome.Saved>(await SaveAccountAsync(("ApiSecret", ""), ("AuthToken", null)));
        Assert.IsType<TryVideoAccountOutcome.Works>(await TryAsync());

        var refused = Assert.IsType<SaveVideoAccountOutcome.Refused>(await SaveAccountAsync(("AccountSid", "SK123")));
        Assert.Equal(["AccountSid"], refused.Fields.Select(field => field.Key));
    }

    [Fact]
    public async Task Trying_says_what_is_wrong()
    {
        await SaveAccountAsync(("ApiSecret", "ffffffffffffffffffffffffffffffff"));

        Assert.Equal(VideoFault.AccountRefused, Assert.IsType<TryVideoAccountOutcome.Fails>(await TryAsync()).Fault);
    }

    [Fact]
    public async Task A_provider_without_an_account_is_not_offered_and_cannot_be_chosen()
    {
        var choices = await world.RunAsync((ListVideoChoices list) => list.RunAsync(acme.Id, default));

        Assert.Equal(["direct", "twilio"], choices.Select(choice => choice.Id));
        Assert.IsType<ChangeVideoSettingsOutcome.NotConfigured>(
            await world.RunAsync((ChangeVideoSettings change) => change.RunAsync(new(Admin, LiveKitRegistration.ProviderId, false), default)));
    }

    private CurrentMember Admin => new(host.Id, "Ada", acme.Id, acme.Slug, acme.Name, World.Berlin, true, MemberRole.Admin);

    private async Task<RoomSeat> MeetAtProviderAsync()
    {
        await world.EnterAsync(meeting);
        await world.RunAsync((AdmitParticipant admit) => admit.RunAsync(new(acme.Id, meeting.VisitorId, host.AsActor()), default));
        var seat = (await LaunchAsync()).Seat;
        var visitor = Assert.IsType<JoinCallOutcome.Granted>(
            await world.RunAsync((LaunchMeeting launch) => launch.RunAsync(new(meeting.Id, new CallCaller(null, [meeting.VisitorId])), default)));
        twilio.Connect(seat.RoomName, seat.Identity);
        twilio.Connect(seat.RoomName, visitor.Seat.Identity);
        await ReconcileAsync();
        return seat;
    }

    private async Task<JoinCallOutcome.Granted> LaunchAsync() => Assert.IsType<JoinCallOutcome.Granted>(
        await world.RunAsync((LaunchMeeting launch) => launch.RunAsync(new(meeting.Id, new CallCaller(host.Id, [])), default)));

    private Task<int> ReconcileAsync() => world.RunAsync((ReconcileRooms reconcile) => reconcile.RunAsync(default));

    private Task<SwitchRecordingOutcome> RecordAsync(bool on) =>
        world.RunAsync((SwitchRecording record) => record.RunAsync(new(acme.Id, meeting.Id, on, host.AsActor()), default));

    private Task<VideoSettings> SettingsAsync() => world.RunAsync((FindVideoSettings find) => find.RunAsync(acme.Id, default));

    private Task<TryVideoAccountOutcome> TryAsync() =>
        world.RunAsync((TryVideoAccount tryIt) => tryIt.RunAsync(acme.Id, TwilioRegistration.ProviderId, default));

    private Task<ChangeVideoSettingsOutcome> ChooseAsync(string provider, bool records = false) =>
        world.RunAsync((ChangeVideoSettings change) => change.RunAsync(new(Admin, provider, records), default));

    private Task<SaveVideoAccountOutcome> SaveAccountAsync(params (string Key, string? Value)[] changes)
    {
        var values = FakeTwilio.Account.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        foreach (var (key, value) in changes)
            values[key] = value;
        return world.RunAsync((SaveVideoAccount save) => save.RunAsync(new(Admin, TwilioRegistration.ProviderId, values), default));
    }

    private async Task<bool> IsInCallAsync(Guid participantId) =>
        (await world.FindBookingAsync(meeting.Id)).Participants.Single(person => person.Id == participantId).IsInCall;
}
