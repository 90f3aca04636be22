namespace Portal.Core.Video.Twilio;

/// <summary>An account's four values.</summary>
/// <param name="AuthToken">Signs status callbacks; never a token of a call.</param>
/// <param name="ApiSecret">Of the API key: signs tokens and opens the REST interface.</param>
internal sealed record TwilioAccount(string AccountSid, string AuthToken, string ApiKey, string ApiSecret)
{
    public static IReadOnlyList<AccountField> Fields { get; } =
    [
        new(nameof(AccountSid), "Account SID", IsSecret: false, "AC[0-9a-f]{32}", "AC and 32 letters and digits"),
        new(nameof(ApiKey), "API key SID", IsSecret: false, "SK[0-9a-f]{32}", "SK and 32 letters and digits"),
        new(nameof(ApiSecret), "API key secret", IsSecret: true, @"\S{16,128}", "as Twilio showed it once, when the key was made"),
        new(nameof(AuthToken), "Auth token", IsSecret: true, "[0-9a-f]{32}", "32 letters and digits, from the console's first page"),
    ];

    public static TwilioAccount Of(VideoAccount account) =>
        new(account[nameof(AccountSid)], account[nameof(AuthToken)], account[nameof(ApiKey)], account[nameof(ApiSecret)]);
}
