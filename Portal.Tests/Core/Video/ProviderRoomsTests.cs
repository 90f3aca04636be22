using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core.Video;
using Portal.Core.Video.Direct;
using Portal.Core.Video.Recording;
using Portal.Core.Video.Rooms;
using Portal.Core.Video.Twilio;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;
using Portal.Tests.Support.Providers;

namespace Portal.Tests.Core.Video;

/// <summary>Calls at a provider: rooms, tickets, who is in them, and what happens when it fails.</summary>
public sealed class ProviderRoomsTests(SqliteDatabase database) : MeetingAtTwilioTests(database)
{
    [Fact]
    [Trait("Req", "A13")]
    public async Task Both_sides_get_tickets_for_one_room_at_the_organisation_s_provider()
    {
        var first = await LaunchAsync();
        var second = await LaunchAsync();

        Assert.Equal((TwilioRegistration.ProviderId, first.Seat.RoomName), (second.ProviderId, second.Seat.RoomName));
        Assert.Single(Twilio.Rooms);
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
        await World.ChangeAsync(db => db.MeetingTypes.Where(row => row.Id == Type.Id).ExecuteUpdateAsync(row => row.SetProperty(one => one.VideoProvider, "direct")));

        Assert.Equal(DirectVideoProvider.ProviderId, (await LaunchAsync()).ProviderId);
        Assert.Empty(Twilio.Rooms);
    }

    [Fact]
    [Trait("Promise", "R9")]
    public async Task A_provider_that_is_down_costs_nobody_the_meeting_and_admins_are_told()
    {
        Twilio.Expect(Enumerable.Repeat(Trouble.Breaks, 3));

        Assert.Equal(DirectVideoProvider.ProviderId, (await LaunchAsync()).ProviderId);
        Assert.Equal(DirectVideoProvider.ProviderId, (await LaunchAsync()).ProviderId);

        var fallen = Assert.Single((await SettingsAsync()).FellBack);
        Assert.Equal((Meeting.Id, TwilioRegistration.ProviderId), (fallen.BookingId, fallen.From));
        Assert.Contains("Twilio", fallen.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_made_for_another_provider_is_told_to_load_again() => Assert.Equal(
        new JoinCallOutcome.ElsewhereNow(TwilioRegistration.ProviderId),
        await World.RunAsync((LaunchMeeting launch) => launch.RunAsync(new(Meeting.Id, new CallCaller(Host.Id, []), "direct"), default)));

    [Fact]
    public async Task A_room_the_provider_closed_because_nobody_was_in_it_is_opened_again()
    {
        var before = Twilio.Running((await LaunchAsync()).Seat.RoomName);
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
        Twilio.Expect(Enumerable.Repeat(Trouble.Breaks, 3));
        Assert.IsType<EndMeetingOutcome.Ended>(await World.RunAsync((EndMeeting end) => end.RunAsync(new(Acme.Id, Meeting.Id, Host.AsActor()), default)));
        Assert.True(Twilio.Running(seat.RoomName).IsRunning);

        await World.RunAsync((ReconcileRooms reconcile) => reconcile.RunAsync(default));

        Assert.DoesNotContain(Twilio.Rooms, room => room.IsRunning);
    }

    [Fact]
    [Trait("Promise", "R14")]
    public async Task After_a_removal_the_room_the_visitor_has_a_token_for_is_closed()
    {
        var seat = await MeetAtProviderAsync();
        await World.RunAsync((RemoveParticipant remove) => remove.RunAsync(new(Acme.Id, Meeting.Id, Meeting.VisitorId, null, Host.AsActor()), default));
        var next = await LaunchAsync();

        Assert.Equal([next.Seat.RoomName], Twilio.Rooms.Where(room => room.IsRunning).Select(room => room.Name));
        Assert.NotEqual(seat.RoomName, next.Seat.RoomName);
    }

    [Fact]
    [Trait("Req", "B13")]
    [Trait("Req", "X9")]
    public async Task Who_came_and_went_is_known_by_asking_when_no_callback_tells()
    {
        var granted = await LaunchAsync();
        Twilio.Connect(granted.Seat.RoomName, granted.Seat.Identity);
        await ReconcileAsync();
        Assert.True(await IsInCallAsync(granted.Seat.ParticipantId));

        Twilio.Running(granted.Seat.RoomName).People.Clear();
        await ReconcileAsync();
        Assert.True(await IsInCallAsync(granted.Seat.ParticipantId));
        World.Clock.Advance(LoseConnection.Patience + Duration.FromMinutes(1));
        await ReconcileAsync();
        await World.RunAsync((CloseOverdueMeetings sweep) => sweep.RunAsync(default));

        Assert.False(await IsInCallAsync(granted.Seat.ParticipantId));
    }

    [Fact]
    [Trait("Promise", "R9")]
    public async Task A_provider_that_does_not_answer_makes_nobody_leave()
    {
        var granted = await LaunchAsync();
        Twilio.Connect(granted.Seat.RoomName, granted.Seat.Identity);
        await ReconcileAsync();
        World.Clock.Advance(Duration.FromMinutes(5));
        Twilio.Expect(Enumerable.Repeat(Trouble.Breaks, 3));

        await ReconcileAsync();
        await World.RunAsync((CloseOverdueMeetings sweep) => sweep.RunAsync(default));

        Assert.True(await IsInCallAsync(granted.Seat.ParticipantId));
    }

    [Fact]
    [Trait("Promise", "R14")]
    public async Task Whoever_is_at_the_provider_without_being_let_in_is_sent_out()
    {
        var granted = await LaunchAsync();
        Twilio.Connect(granted.Seat.RoomName, RoomSeat.IdentityOf(Meeting.VisitorId));

        await ReconcileAsync();

        Assert.Empty(Twilio.Running(granted.Seat.RoomName).People);
        Assert.False(await IsInCallAsync(Meeting.VisitorId));
    }

    [Fact]
    [Trait("Req", "D10")]
    public async Task A_recording_is_off_until_the_organisation_wants_it_and_everybody_is_told()
    {
        var granted = await LaunchAsync();
        await CallTests.SitDownAsync(World, granted.Seat, "page");
        Assert.IsType<SwitchRecordingOutcome.NotOffered>(await RecordAsync(true));

        await ChooseAsync(TwilioRegistration.ProviderId, records: true);
        Assert.NotNull(Assert.IsType<SwitchRecordingOutcome.Switched>(await RecordAsync(true)).Since);
        Assert.Null(Assert.IsType<SwitchRecordingOutcome.Switched>(await RecordAsync(false)).Since);

        Assert.Equal(["page: recording True", "page: recording False"], Told);
        Assert.Equal("""[{"type":"exclude","all":true}]""", Twilio.Running(granted.Seat.RoomName).Rules);
    }

    private async Task<RoomSeat> MeetAtProviderAsync()
    {
        await World.EnterAsync(Meeting);
        await World.RunAsync((AdmitParticipant admit) => admit.RunAsync(new(Acme.Id, Meeting.VisitorId, Host.AsActor()), default));
        var seat = (await LaunchAsync()).Seat;
        var visitor = Assert.IsType<JoinCallOutcome.Granted>(
            await World.RunAsync((LaunchMeeting launch) => launch.RunAsync(new(Meeting.Id, new CallCaller(null, [Meeting.VisitorId])), default)));
        Twilio.Connect(seat.RoomName, seat.Identity);
        Twilio.Connect(seat.RoomName, visitor.Seat.Identity);
        await ReconcileAsync();
        return seat;
    }

    private Task<int> ReconcileAsync() => World.RunAsync((ReconcileRooms reconcile) => reconcile.RunAsync(default));

    private Task<SwitchRecordingOutcome> RecordAsync(bool on) =>
        World.RunAsync((SwitchRecording record) => record.RunAsync(new(Acme.Id, Meeting.Id, on, Host.AsActor()), default));

    private async Task<bool> IsInCallAsync(Guid participantId) =>
        (await World.FindBookingAsync(Meeting.Id)).Participants.Single(person => person.Id == participantId).IsInCall;
}
