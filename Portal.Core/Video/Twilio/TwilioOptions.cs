namespace Portal.Core.Video.Twilio;

/// <summary>Section <c>Video:Twilio</c> of the settings: the account of organisations that have none of their own.</summary>
public sealed class TwilioOptions
{
    public string AccountSid { get; set; } = "";

    public string AuthToken { get; set; } = "";

    public string ApiKey { get; set; } = "";

    public string ApiSecret { get; set; } = "";

    public Uri ApiUrl { get; set; } = new("https://video.twilio.com");

    internal VideoAccount ToAccount() => new(new Dictionary<string, string>
    {
        [nameof(AccountSid)] = AccountSid,
        [nameof(AuthToken)] = AuthToken,
        [nameof(ApiKey)] = ApiKey,
        [nameof(ApiSecret)] = ApiSecret,
    });
}
