namespace Portal.Core.Video.LiveKit;

/// <summary>Section <c>Video:LiveKit</c> of the settings.</summary>
public sealed class LiveKitOptions
{
    public string Url { get; set; } = "";

    public string ApiKey { get; set; } = "";

    public string ApiSecret { get; set; } = "";
}
