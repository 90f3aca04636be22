using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Portal.Core.Video.Http;

namespace Portal.Core.Video.Twilio;

public static class TwilioRegistration
{
    public const string ProviderId = "twilio";

    public static VideoCapabilities Capabilities { get; } = new(MostPeople: 50, Records: true, Captions: false);

    public static VideoProviderKind Kind { get; } = new(
        ProviderId, "Twilio", Capabilities, TwilioAccount.Fields, options => options.Twilio.ToAccount(), Open);

    /// <summary>Whether who has this account sent a status callback.</summary>
    /// <param name="url">As it was given to Twilio.</param>
    /// <param name="signature">The header <c>X-Twilio-Signature</c>.</param>
    public static bool HasSigned(VideoAccount account, Uri url, IReadOnlyCollection<KeyValuePair<string, string>> form, string signature) =>
        new RequestValidator(TwilioAccount.Of(account).AuthToken).Validate(url, form, signature);

    private static TwilioVideoProvider Open(IServiceProvider services, VideoAccount values)
    {
        // the address is the operator's whoever's the account is
        var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(VideoClients.OfOperator(ProviderId));
        var api = services.GetRequiredService<IOptions<VideoOptions>>().Value.Twilio.ApiUrl;
        var account = TwilioAccount.Of(values);
        return new TwilioVideoProvider(
            account,
            new TwilioRestClient(http, api, account.ApiKey, account.ApiSecret),
            new TwilioRestClient(http, api, account.AccountSid, account.AuthToken));
    }
}
