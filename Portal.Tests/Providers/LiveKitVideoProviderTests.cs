using System.Text;
using NodaTime;
using Portal.Core.Video;
using Portal.Core.Video.LiveKit;
using Portal.Tests.Support.Providers;

namespace Portal.Tests.Providers;

public sealed class LiveKitVideoProviderTests : RemoteProviderContract, IAsyncLifetime
{
    private const string Report = """{"event":"room_started","room":{"sid":"RM_abc","name":"m-42"},"id":"EV_1","createdAt":"1760000000"}""";

    private readonly FakeLiveKit server = new();
    private readonly VideoWorld world;

    public LiveKitVideoProviderTests()
    {
        world = new VideoWorld(server);
        Provider = world.Open(LiveKitRegistration.Kind, server.Account);
    }

    protected override IVideoProvider Provider { get; }

    protected override FakeServer Server => server;

    protected override int RoomsMade => server.Rooms.Count;

    protected override bool IsRecording => !server.Egresses.IsEmpty;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    [Trait("Req", "A15")]
    [Trait("Req", "X4")]
    public void A_token_is_the_published_one_byte_for_byte() => Assert.EndsWith(
        ".psb9i311Hwou-DYWZNSMBGNc-lIA9f5Yp4Figo2HR8w",
        new AccessToken("devkey", "secret", "host-7", "Ana Host", VideoGrants.ForSeatIn("m-42"), Instant.FromUnixTimeSeconds(1760000000), Duration.FromHours(1)).ToJwt(),
        StringComparison.Ordinal);

    [Fact]
    [Trait("Req", "X4")]
    public async Task A_ticket_opens_one_room_for_an_hour_and_allows_nothing_else()
    {
        var claims = HandMadeJwt.Read(TicketFor(await OpenAsync(), Vera), FakeLiveKit.ApiSecret)!.Value;
        var grants = claims.GetProperty("video");

        Assert.Equal(Name, grants.GetProperty("room").GetString());
        Assert.Equal(3600, claims.GetProperty("exp").GetInt64() - claims.GetProperty("nbf").GetInt64());
        Assert.Equal("roomJoin room canPublish canSubscribe canPublishData", string.Join(' ', grants.EnumerateObject().Select(grant => grant.Name)));
    }

    [Fact]
    public void A_webhook_is_recognised_by_the_server_s_signature_over_its_very_body()
    {
        var now = Instant.FromUnixTimeSeconds(1760000000);
        var claims = new { iss = "devkey", nbf = 1760000000, exp = 1760000300, sha256 = "2hRxAKpQge/uL+1DZW19w1tqXUTUlc1tY4YomIAU8f8=" };
        var token = HandMadeJwt.Make(claims, "secret");
        var receiver = new WebhookReceiver("devkey", "secret");

        Assert.True(receiver.Receive(Encoding.UTF8.GetBytes(Report), token, now));
        Assert.False(receiver.Receive(Encoding.UTF8.GetBytes(Report.Replace("m-42", "m-43", StringComparison.Ordinal)), token, now));
        Assert.False(receiver.Receive(Encoding.UTF8.GetBytes(Report), token, now + Duration.FromMinutes(7)));
        Assert.False(receiver.Receive(Encoding.UTF8.GetBytes(Report), HandMadeJwt.Make(claims, "another"), now));
        Assert.False(receiver.Receive(Encoding.UTF8.GetBytes(Report), HandMadeJwt.Make(claims, "secret", """{"alg":"none","typ":"JWT"}"""), now));
        Assert.False(receiver.Receive(Encoding.UTF8.GetBytes(Report), "", now));
        Assert.False(new WebhookReceiver("otherkey", "secret").Receive(Encoding.UTF8.GetBytes(Report), token, now));
    }

    [Fact]
    [Trait("Promise", "R9")]
    public async Task A_recording_is_never_started_twice_for_one_word()
    {
        var room = await OpenAsync();
        server.Expect(Trouble.CutsTheLine);

        await Assert.ThrowsAsync<VideoProviderException>(() => Provider.StartRecordingAsync(room, default));

        Assert.Single(server.Egresses);
    }

    protected override Task ConnectAsync(ProviderRoom room, Guid participant)
    {
        server.Connect(room.Name, RoomSeat.IdentityOf(participant));
        return Task.CompletedTask;
    }

    protected override IVideoProvider WithWrongSecret() =>
        world.Open(LiveKitRegistration.Kind, new Dictionary<string, string>(server.Account) { ["ApiSecret"] = WrongSecret });
}
