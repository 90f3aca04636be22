namespace Portal.Core.Video.Direct;

/// <summary>The pages of a call, wherever they are connected.</summary>
public interface ICallPages
{
    /// <summary>Tells them why it is over for them; their connections close.</summary>
    Task EndAsync(IReadOnlyList<string> connections, string reason, CancellationToken ct);

    /// <summary>Tells them that somebody dropped out of the signalling.</summary>
    Task MissAsync(IReadOnlyList<string> connections, Guid participantId, CancellationToken ct);

    /// <summary>Tells them that the call is being recorded, or is not any more.</summary>
    Task RecordingAsync(IReadOnlyList<string> connections, bool isOn, CancellationToken ct);
}
