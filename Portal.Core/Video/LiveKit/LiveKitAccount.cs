namespace Portal.Core.Video.LiveKit;

/// <summary>A server and a key of it.</summary>
internal sealed record LiveKitAccount(string Url, string ApiKey, string ApiSecret)
{
    public static IReadOnlyList<AccountField> Fields { get; } =
    [
        new(nameof(Url), "Address of the server", IsSecret: false, @"(https?|wss?)://[A-Za-z0-9.\-\[\]:]+(/[A-Za-z0-9._~/\-]*)?", "wss://livekit.example.org"),
        new(nameof(ApiKey), "API key", IsSecret: false, @"[!-~]{3,128}", "as in the server's list of keys"),
        new(nameof(ApiSecret), "API secret", IsSecret: true, @"[!-~]{6,256}", "the secret that belongs to the key"),
    ];

    public static LiveKitAccount Of(VideoAccount account) => new(account[nameof(Url)].TrimEnd('/'), account[nameof(ApiKey)], account[nameof(ApiSecret)]);

    /// <summary>Where the portal calls: http or https.</summary>
    public Uri Api => new(Url.StartsWith("ws", StringComparison.Ordinal) ? $"http{Url[2..]}" : Url);

    /// <summary>Where browsers connect: ws or wss.</summary>
    public string Signalling => Url.StartsWith("http", StringComparison.Ordinal) ? $"ws{Url[4..]}" : Url;
}
