using Portal.Core.Video;
using Portal.Core.Video.LiveKit;
using Portal.Core.Video.Twilio;

namespace Portal.Web.Pages.Meetings;

/// <summary>Where the page of one call may connect besides the portal: the servers of its provider, and nobody else's.</summary>
internal static class CallOrigins
{
    public static IReadOnlyList<string> Of(CallView call) => call.ProviderId switch
    {
        TwilioRegistration.ProviderId => ["wss://*.vss.twilio.com"],
        LiveKitRegistration.ProviderId when Uri.TryCreate(call.SignallingUrl, UriKind.Absolute, out var server) =>
            [$"{server.Scheme}://{server.Authority}", $"http{server.Scheme[2..]}://{server.Authority}"],
        _ => [],
    };
}
