using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Video;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Providers;

namespace Portal.Tests.Web.Webhooks;

/// <summary>What providers report, signed by hand as their sheets say.</summary>
[Trait("Req", "B13")]
public sealed class VideoWebhookTests(ProviderCalls calls) : IClassFixture<ProviderCalls>
{
    private const string Twilio = "/webhooks/twilio";
    private const string LiveKit = "/webhooks/livekit";

    [Fact]
    public async Task A_visitor_who_connects_at_twilio_is_in_the_call_and_one_who_left_is_missed()
    {
        var (meeting, room) = await StartAsync("twilio");
        calls.Twilio.Connect(room, RoomSeat.IdentityOf(meeting.VisitorId));

        Assert.Equal(HttpStatusCode.NoContent, await FromTwilioAsync(room, 2, "participant-connected"));
        Assert.True((await VisitorAsync(meeting)).IsInCall);

        calls.Twilio.Running(room).People.Clear();
        Assert.Equal(HttpStatusCode.NoContent, await FromTwilioAsync(room, 3, "participant-disconnected"));
        Assert.NotNull((await VisitorAsync(meeting)).DisconnectedAt);
    }

    [Fact]
    public async Task A_visitor_who_connects_at_livekit_is_in_the_call_and_a_room_that_finished_has_nobody()
    {
        var (meeting, room) = await StartAsync("livekit");
        calls.LiveKit.Connect(room, RoomSeat.IdentityOf(meeting.VisitorId));

        Assert.Equal(HttpStatusCode.NoContent, await FromLiveKitAsync(room, $"EV_{Guid.NewGuid():N}", "participant_joined"));
        Assert.True((await VisitorAsync(meeting)).IsInCall);

        calls.LiveKit.Running(room).People.Clear();
        Assert.Equal(HttpStatusCode.NoContent, await FromLiveKitAsync(room, $"EV_{Guid.NewGuid():N}", "room_finished"));
        Assert.NotNull((await VisitorAsync(meeting)).DisconnectedAt);
    }

    [Theory]
    [InlineData("twilio")]
    [InlineData("livekit")]
    public async Task A_report_that_comes_twice_is_acted_on_once(string provider)
    {
        var (_, room) = await StartAsync(provider);
        var server = provider == "twilio" ? (FakeServer)calls.Twilio : calls.LiveKit;
        var id = $"EV_{Guid.NewGuid():N}";
        await SendAsync(provider, room, id);
        var asked = server.Requests.Count;

        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(provider, room, id));

        Assert.Equal(asked, server.Requests.Count);
    }

    [Theory]
    [InlineData("twilio")]
    [InlineData("livekit")]
    public async Task A_report_that_comes_late_brings_nobody_back(string provider)
    {
        var (meeting, room) = await StartAsync(provider);

        await SendAsync(provider, room, $"EV_{Guid.NewGuid():N}");

        Assert.False((await VisitorAsync(meeting)).IsInCall);
    }

    [Theory]
    [InlineData("twilio")]
    [InlineData("livekit")]
    [Trait("Promise", "R14")]
    public async Task A_room_that_was_left_behind_and_opened_again_with_a_kept_token_is_closed_again(string provider)
    {
        var (meeting, room) = await StartAsync(provider);
        await calls.App.RunAsync((RemoveParticipant remove) => RemoveAsync(remove, meeting));
        if (provider == "livekit")
        {
            using var content = new StringContent(JsonSerializer.Serialize(new { name = room }), Encoding.UTF8, "application/json");
            using var http = new HttpClient();
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer", HandMadeJwt.Make(new { iss = FakeLiveKit.ApiKey, exp = 4102444800, video = new { roomCreate = true } }, FakeLiveKit.ApiSecret));
            await http.PostAsync(new Uri(calls.LiveKit.Address, "/twirp/livekit.RoomService/CreateRoom"), content);
            calls.LiveKit.Connect(room, RoomSeat.IdentityOf(meeting.VisitorId));
        }

        await SendAsync(provider, room, $"EV_{Guid.NewGuid():N}");

        Assert.DoesNotContain(calls.Twilio.Rooms, one => one.Name == room && one.IsRunning);
        Assert.DoesNotContain(calls.LiveKit.Rooms, one => one.Name == room);
        Assert.False((await VisitorAsync(meeting)).IsInCall);
    }

    [Theory]
    [InlineData("twilio")]
    [InlineData("livekit")]
    public async Task A_wrong_signature_is_refused_and_changes_nothing(string provider)
    {
        var (meeting, room) = await StartAsync(provider);
        if (provider == "twilio")
            calls.Twilio.Connect(room, RoomSeat.IdentityOf(meeting.VisitorId));
        else
            calls.LiveKit.Connect(room, RoomSeat.IdentityOf(meeting.VisitorId));
        var heard = await EventsAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(provider, room, "EV_forged", secret: "not-the-secret-of-anybody"));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(provider, "m-of-nobody", "EV_forged", secret: "not-the-secret-of-anybody"));

        Assert.False((await VisitorAsync(meeting)).IsInCall);
        Assert.Equal(heard, await EventsAsync());
    }

    [Theory]
    [InlineData(Twilio, "application/json", "{")]
    [InlineData(Twilio, "application/x-www-form-urlencoded", "RoomName=%00&SequenceNumber=x")]
    [InlineData(Twilio, "application/x-www-form-urlencoded", "")]
    [InlineData(LiveKit, "application/webhook+json", "{")]
    [InlineData(LiveKit, "application/webhook+json", "[1]")]
    [InlineData(LiveKit, "application/webhook+json", "{\"id\":\"\\ud800\",\"room\":{\"name\":\"\\u0000\"}}")]
    [Trait("Promise", "R15")]
    public async Task Whatever_is_no_report_is_refused_without_an_error_of_ours(string path, string type, string body)
    {
        using var client = calls.App.NewClient();
        using var content = new StringContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };

        Assert.Contains((await client.SendAsync(request)).StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.Forbidden });
    }

    private async Task<(CallMeeting Meeting, string Room)> StartAsync(string provider)
    {
        await calls.ChooseAsync(provider);
        var meeting = await calls.App.AddMeetingAsync(Duration.Zero);
        using var host = await calls.App.SignInAsync(DemoData.IntroHost);
        await host.LaunchAsync(meeting, meeting.Path);
        return (meeting, RoomName.For(meeting.Id, 0));
    }

    private Task<HttpStatusCode> SendAsync(string provider, string room, string id, string? secret = null) => provider == "twilio"
        ? FromTwilioAsync(room, id.GetHashCode(StringComparison.Ordinal), "participant-connected", secret)
        : FromLiveKitAsync(room, id, "participant_joined", secret);

    private async Task<HttpStatusCode> FromTwilioAsync(string room, int number, string what, string? secret = null)
    {
        var form = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = FakeTwilio.AccountSid,
            ["RoomName"] = room,
            ["RoomSid"] = calls.Twilio.Rooms.FirstOrDefault(one => one.Name == room)?.Sid ?? "RM0",
            ["SequenceNumber"] = $"{number}",
            ["StatusCallbackEvent"] = what,
        };
        var signed = $"{calls.App.Address.ToString().TrimEnd('/')}{Twilio}{string.Concat(form.Select(field => field.Key + field.Value))}";
        using var request = new HttpRequestMessage(HttpMethod.Post, Twilio) { Content = new FormUrlEncodedContent(form) };
#pragma warning disable CA5350 // Twilio's own scheme
        request.Headers.Add("X-Twilio-Signature", Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret ?? FakeTwilio.AuthToken), Encoding.UTF8.GetBytes(signed))));
#pragma warning restore CA5350
        using var client = calls.App.NewClient();
        return (await client.SendAsync(request)).StatusCode;
    }

    private async Task<HttpStatusCode> FromLiveKitAsync(string room, string id, string what, string? secret = null)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { @event = what, room = new { name = room }, id, createdAt = "1760000000" });
        using var request = new HttpRequestMessage(HttpMethod.Post, LiveKit) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/webhook+json");
        request.Headers.TryAddWithoutValidation("Authorization", HandMadeJwt.Make(
            new { iss = FakeLiveKit.ApiKey, exp = 4102444800, sha256 = Convert.ToBase64String(SHA256.HashData(body)) }, secret ?? FakeLiveKit.ApiSecret));
        using var client = calls.App.NewClient();
        return (await client.SendAsync(request)).StatusCode;
    }

    private async Task<RemoveParticipantOutcome> RemoveAsync(RemoveParticipant remove, CallMeeting meeting)
    {
        var booking = await calls.App.FindBookingAsync(meeting.Id);
        return await remove.RunAsync(new(booking.OrganizationId, meeting.Id, meeting.VisitorId, null, Actor.Staff(booking.HostId, "Mara")), default);
    }

    private async Task<Participant> VisitorAsync(CallMeeting meeting) =>
        (await calls.App.FindBookingAsync(meeting.Id)).Participants.Single(person => person.Id == meeting.VisitorId);

    private Task<int> EventsAsync() => calls.App.RunAsync((PortalDbContext db) => db.VideoEvents.CountAsync());
}
