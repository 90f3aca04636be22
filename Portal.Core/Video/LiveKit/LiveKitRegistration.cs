using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core.Video.Http;

namespace Portal.Core.Video.LiveKit;

public static class LiveKitRegistration
{
    public const string ProviderId = "livekit";

    public static VideoCapabilities Capabilities { get; } = new(MostPeople: 100, Records: true, Captions: false);

    public static VideoProviderKind Kind { get; } = new(
        ProviderId, "LiveKit", Capabilities, LiveKitAccount.Fields, options => options.LiveKit.ToAccount(), Open);

    /// <summary>Where browsers connect: ws or wss.</summary>
    public static string SignallingOf(VideoAccount account) => LiveKitAccount.Of(account).Signalling;

    /// <summary>Whether a server with this account's key sent a webhook.</summary>
    /// <param name="authorization">The header as it came.</param>
    public static bool HasSigned(VideoAccount account, ReadOnlySpan<byte> body, string authorization, Instant now)
    {
        var (_, key, secret) = LiveKitAccount.Of(account);
        return new WebhookReceiver(key, secret).Receive(body, authorization, now);
    }

    private static LiveKitVideoProvider Open(IServiceProvider services, VideoAccount values)
    {
        var account = LiveKitAccount.Of(values);
        var http = services.GetRequiredService<IHttpClientFactory>().Create(ProviderId, values);
        var twirp = new TwirpClient(http, account, services.GetRequiredService<IClock>());
        return new LiveKitVideoProvider(account, new RoomServiceClient(twirp), new EgressServiceClient(twirp));
    }
}
