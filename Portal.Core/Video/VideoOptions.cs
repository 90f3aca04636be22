using Portal.Core.Video.Direct;
using Portal.Core.Video.LiveKit;
using Portal.Core.Video.Twilio;

namespace Portal.Core.Video;

/// <summary>Section <c>Video</c> of the settings.</summary>
public sealed class VideoOptions
{
    public const string Section = "Video";

    /// <summary>The id of the provider that carries the calls of organisations that chose none.</summary>
    public string Default { get; set; } = DirectVideoProvider.ProviderId;

    /// <summary>How long a provider may take to answer one request.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(5);

    public DirectOptions Direct { get; set; } = new();

    public TwilioOptions Twilio { get; set; } = new();

    public LiveKitOptions LiveKit { get; set; } = new();
}
