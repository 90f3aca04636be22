namespace Portal.Core.Video.LiveKit;

/// <summary>Section <c>Video:LiveKit</c> of the settings: the server of organisations that have none of their own.</summary>
public sealed class LiveKitOptions
{
    public string Url { get; set; } = "";

    public string ApiKey { get; set; } = "";

    public string ApiSecret { get; set; } = "";

    internal VideoAccount ToAccount() => new(new Dictionary<string, string>
    {
        [nameof(Url)] = Url,
        [nameof(ApiKey)] = ApiKey,
        [nameof(ApiSecret)] = ApiSecret,
    })
    {
        IsOfOperator = true,
    };
}
