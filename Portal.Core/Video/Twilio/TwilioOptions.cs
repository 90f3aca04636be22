namespace Portal.Core.Video.Twilio;

/// <summary>Section <c>Video:Twilio</c> of the settings.</summary>
public sealed class TwilioOptions
{
    public string AccountSid { get; set; } = "";

    public string AuthToken { get; set; } = "";

    public string ApiKey { get; set; } = "";

    public string ApiSecret { get; set; } = "";
}
