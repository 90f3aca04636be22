using Microsoft.AspNetCore.SignalR;
using Portal.Core.Video.Direct;

namespace Portal.Web.Live;

internal sealed class CallPages(IHubContext<CallHub, ICallPage> hub) : ICallPages
{
    public Task EndAsync(IReadOnlyList<string> connections, string reason, CancellationToken ct) => hub.Clients.Clients(connections).Ended(reason);

    public Task MissAsync(IReadOnlyList<string> connections, Guid participantId, CancellationToken ct) =>
        hub.Clients.Clients(connections).PeerLost(participantId);

    public Task RecordingAsync(IReadOnlyList<string> connections, bool isOn, CancellationToken ct) => hub.Clients.Clients(connections).Recording(isOn);
}
