using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using Portal.Core.Operations;
using Portal.Core.Outgoing;
using Portal.Core.Video;
using Portal.Core.Video.Direct;
using Portal.Tests.Support;

namespace Portal.Tests.Core.Video;

public sealed class VideoOptionsTests
{
    [Theory]
    [InlineData("Video:Default", "zoom", "Video:Default is \"zoom\", which is no video provider of this portal. Known: direct, livekit, twilio.")]
    [InlineData("Video:Default", "", "Video:Default is \"\"")]
    [InlineData("Outgoing:AllowedInternal:0", "http://livekit.lan", "Outgoing:AllowedInternal has \"http://livekit.lan\", which is no host, address or network")]
    [InlineData("Outgoing:AllowedInternal:0", "10.0.0.0/99", "which is no host, address or network")]
    [InlineData("Video:Direct:IceServers:0:Username", "me", "Video:Direct:IceServers:0:Urls is empty.")]
    [InlineData("Video:Direct:IceServers:0:Urls:0", "http://stun.example", "does not begin with stun:")]
    [InlineData("Video:Direct:IceServers:0:Urls:0", "turn:turn.example", "needs a Username and a Credential, or a Secret")]
    public void A_setting_that_cannot_work_stops_the_start_with_a_sentence(string key, string value, string sentence)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => Read((key, value)));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_settings_calls_go_directly_from_browser_to_browser() =>
        Assert.Equal(("direct", 0), (Read().Default, Read().Direct.IceServers.Count));

    [Fact]
    public void A_fixed_credential_is_handed_to_the_browser_as_it_is()
    {
        var server = Assert.Single(ServersOf(
            ("Video:Direct:IceServers:0:Urls:0", "turn:turn.example:3478"),
            ("Video:Direct:IceServers:0:Username", "portal"),
            ("Video:Direct:IceServers:0:Credential", "north")));

        Assert.Equal(("turn:turn.example:3478", "portal", "north"), (server.Urls[0], server.Username, server.Credential));
    }

    [Fact]
    public void A_shared_secret_never_leaves_the_server()
    {
        var server = Assert.Single(ServersOf(
            ("Video:Direct:IceServers:0:Urls:0", "turn:turn.example:3478"),
            ("Video:Direct:IceServers:0:Secret", "north")));

        Assert.StartsWith($"{(FakeClock.Start + Duration.FromHours(4)).ToUnixTimeSeconds()}:", server.Username, StringComparison.Ordinal);
        Assert.Equal(IceServers.CredentialOf("north", server.Username!), server.Credential);
    }

    [Fact]
    public void Turn_credentials_agree_with_the_published_scheme() =>
        Assert.Equal("PQ/I863v4PSX76hpwlhwntTWPxo=", IceServers.CredentialOf("north", "1760003600:host-7"));

    private static IReadOnlyList<IceServer> ServersOf(params (string, string)[] settings) =>
        new IceServers(Options.Create(Read(settings))).For(Guid.NewGuid(), FakeClock.Start);

    private static VideoOptions Read(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<IClock>(new FakeClock())
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddPortalVideo()
            .AddSingleton<ThisNode>()
            .AddSingleton<ICallPages>(new RecordedPages([]))
            .BuildServiceProvider();
        _ = services.GetRequiredService<IOptions<OutgoingOptions>>().Value;
        return services.GetRequiredService<IOptions<VideoOptions>>().Value;
    }
}
