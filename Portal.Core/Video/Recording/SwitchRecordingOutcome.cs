using NodaTime;

namespace Portal.Core.Video.Recording;

public abstract record SwitchRecordingOutcome
{
    private SwitchRecordingOutcome()
    {
    }

    /// <param name="Since">Null when nothing is recorded now.</param>
    public sealed record Switched(Instant? Since) : SwitchRecordingOutcome;

    /// <summary>The provider cannot, or the organisation does not want it.</summary>
    public sealed record NotOffered : SwitchRecordingOutcome;

    public sealed record NotRunning : SwitchRecordingOutcome;

    /// <param name="Reason">For the member.</param>
    public sealed record ProviderFailed(string Reason) : SwitchRecordingOutcome;

    public sealed record BookingNotFound : SwitchRecordingOutcome;
}
