using Portal.Core.Video.Direct;

namespace Portal.Tests.Core.Video;

/// <summary>Pages that write down what they are told: <c>connection: word</c>.</summary>
internal sealed class RecordedPages(List<string> told) : ICallPages
{
    public Task EndAsync(IReadOnlyList<string> connections, string reason, CancellationToken ct)
    {
        told.AddRange(connections.Select(connection => $"{connection}: {reason}"));
        return Task.CompletedTask;
    }

    public Task MissAsync(IReadOnlyList<string> connections, Guid participantId, CancellationToken ct)
    {
        told.AddRange(connections.Select(connection => $"{connection}: missed {participantId}"));
        return Task.CompletedTask;
    }

    public Task RecordingAsync(IReadOnlyList<string> connections, bool isOn, CancellationToken ct)
    {
        told.AddRange(connections.Select(connection => $"{connection}: recording {isOn}"));
        return Task.CompletedTask;
    }
}
