using Microsoft.Extensions.Options;
using Portal.Core;
using Portal.Core.Video.Rooms;
using Portal.Core.Video.Twilio;

namespace Portal.Web.Webhooks;

internal static class TwilioCallbacks
{
    public static async Task<IResult> HearAsync(HttpContext http, HearProvider hear, IOptions<PortalOptions> portal)
    {
        if (!http.Request.HasFormContentType)
            return VideoWebhooks.Answer(new HearProviderOutcome.NotGenuine());
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var parameters = form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))).ToList();
        var signature = http.Request.Headers["X-Twilio-Signature"].ToString();
        // the address as it was given to Twilio, whatever the proxies in between made of it
        var address = new Uri($"{portal.Value.BaseUrl}{http.Request.Path}{http.Request.QueryString}");
        var eventId = $"{form["RoomSid"]}:{form["SequenceNumber"]}:{form["StatusCallbackEvent"]}";
        return VideoWebhooks.Answer(await hear.RunAsync(
            new HearProviderRequest(
                TwilioRegistration.ProviderId, form["RoomName"].ToString(), eventId,
                account => TwilioRegistration.HasSigned(account, address, parameters, signature)),
            http.RequestAborted));
    }
}
