using NodaTime;
using Portal.Core.Video;
using Portal.Core.Video.Twilio;
using Portal.Tests.Support.Providers;

namespace Portal.Tests.Providers;

public sealed class TwilioVideoProviderTests : RemoteProviderContract, IAsyncLifetime
{
    private readonly FakeTwilio twilio = new();
    private readonly VideoWorld world;

    public TwilioVideoProviderTests()
    {
        world = new VideoWorld(twilio, ("Twilio:ApiUrl", twilio.Address.AbsoluteUri));
        Provider = world.Open(TwilioRegistration.Kind, FakeTwilio.Account);
    }

    protected override IVideoProvider Provider { get; }

    protected override FakeServer Server => twilio;

    protected override int RoomsMade => twilio.Rooms.Count;

    protected override bool IsRecording => twilio.Running(Name).Rules == """[{"type":"include","all":true}]""";

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await twilio.DisposeAsync();
        await world.DisposeAsync();
    }

    [Fact]
    [Trait("Req", "A15")]
    [Trait("Req", "X4")]
    public void A_token_is_the_vendor_s_byte_for_byte() => Assert.Equal(
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCIsImN0eSI6InR3aWxpby1mcGE7dj0xIn0.eyJqdGkiOiJTSzAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAxLTE3NjAwMDAwMDAiLCJncmFudHMiOnsiaWRlbnRpdHkiOiJob3N0LTciLCJ2aWRlbyI6eyJyb29tIjoibS00MiJ9fSwiaWF0IjoxNzYwMDAwMDAwLCJleHAiOjE3NjAwMDM2MDAsImlzcyI6IlNLMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDEiLCJzdWIiOiJBQzAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAyIn0.IzbVvHe1ukHxhKORK7zWIYvzxKTeNR5GYvKVQPFkCxY",
        new Token(
            FakeTwilio.AccountSid, FakeTwilio.ApiKey, FakeTwilio.ApiSecret, "host-7", new VideoGrant("m-42"),
            Instant.FromUnixTimeSeconds(1760000000), Duration.FromHours(1)).ToJwt());

    [Fact]
    [Trait("Req", "X4")]
    [Trait("Promise", "R14")]
    public async Task A_ticket_opens_this_very_room_and_no_later_one_of_its_name()
    {
        var room = await OpenAsync();
        var claims = HandMadeJwt.Read(TicketFor(room, Vera), FakeTwilio.ApiSecret)!.Value;

        Assert.Equal(twilio.Running(Name).Sid, claims.GetProperty("grants").GetProperty("video").GetProperty("room").GetString());
        Assert.Equal(3600, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
        Assert.Equal(RoomSeat.IdentityOf(Vera), claims.GetProperty("grants").GetProperty("identity").GetString());

        await Provider.EndRoomAsync(room, default);
        Assert.NotEqual(room.ExternalId, (await OpenAsync()).ExternalId);
    }

    [Fact]
    public async Task A_room_reports_to_the_portal()
    {
        await OpenAsync();

        Assert.Equal("https://portal.example.test/webhooks/x", twilio.Running(Name).Callback);
    }

    [Fact]
    public void A_status_callback_is_recognised_by_the_vendor_s_signature_and_by_no_other()
    {
        var validator = new RequestValidator(FakeTwilio.AuthToken);
        var form = new Dictionary<string, string>
        {
            ["AccountSid"] = FakeTwilio.AccountSid,
            ["ParticipantIdentity"] = "host-7",
            ["RoomName"] = "m-42",
            ["RoomSid"] = "RM00000000000000000000000000000003",
            ["SequenceNumber"] = "2",
            ["StatusCallbackEvent"] = "participant-connected",
        };
        var url = new Uri("https://portal.example.test/hooks/twilio?tenant=acme");

        Assert.True(validator.Validate(url, form, "LRA5409I+zRJDUNPWRzLkIUQpPw="));
        Assert.True(validator.Validate(new Uri("https://portal.example.test:443/hooks/twilio?tenant=acme"), form, "LRA5409I+zRJDUNPWRzLkIUQpPw="));
        Assert.False(validator.Validate(new Uri("https://portal.example.test/hooks/twilio?tenant=globex"), form, "LRA5409I+zRJDUNPWRzLkIUQpPw="));
        Assert.False(validator.Validate(url, form, ""));
        form["RoomName"] = "m-43";
        Assert.False(validator.Validate(url, form, "LRA5409I+zRJDUNPWRzLkIUQpPw="));
    }

    protected override Task ConnectAsync(ProviderRoom room, Guid participant)
    {
        twilio.Connect(room.Name, RoomSeat.IdentityOf(participant));
        return Task.CompletedTask;
    }

    protected override IVideoProvider WithWrongSecret() =>
        world.Open(TwilioRegistration.Kind, new Dictionary<string, string>(FakeTwilio.Account) { ["ApiSecret"] = WrongSecret });
}
