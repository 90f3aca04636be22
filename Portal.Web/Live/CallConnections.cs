using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Portal.Core.Video.Direct;

namespace Portal.Web.Live;

/// <summary>
/// What the hub says reaches its page on whichever node it is connected: here at once, elsewhere through <see cref="CallPost"/>.
/// </summary>
internal sealed class CallConnections(CallPost post, IOptions<JsonHubProtocolOptions> json, ILogger<DefaultHubLifetimeManager<CallHub>> logger)
    : DefaultHubLifetimeManager<CallHub>(logger)
{
    private readonly ConcurrentDictionary<string, HubConnectionContext> here = new();

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        here[connection.ConnectionId] = connection;
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        here.TryRemove(connection.ConnectionId, out _);
        return base.OnDisconnectedAsync(connection);
    }

    public override Task SendConnectionAsync(string connectionId, string methodName, object?[] args, CancellationToken cancellationToken = default) =>
        SendConnectionsAsync([connectionId], methodName, args, cancellationToken);

    public override async Task SendConnectionsAsync(
        IReadOnlyList<string> connectionIds, string methodName, object?[] args, CancellationToken cancellationToken = default)
    {
        foreach (var connection in connectionIds.Where(here.ContainsKey))
            await SendHereAsync(connection, methodName, args, cancellationToken);
        var elsewhere = connectionIds.Where(connection => !here.ContainsKey(connection)).ToList();
        if (elsewhere.Count > 0)
            await post.PutAsync(elsewhere, methodName, JsonSerializer.Serialize(args, json.Value.PayloadSerializerOptions), cancellationToken);
    }

    /// <summary>Delivers what other nodes said to the pages that are connected here.</summary>
    public async Task DeliverAsync(CancellationToken ct)
    {
        var connections = here.Keys;
        if (connections.Count == 0)
            return;
        foreach (var message in await post.TakeAsync([.. connections], ct))
        {
            object?[] arguments = [.. JsonSerializer.Deserialize<JsonElement[]>(message.Arguments)!];
            await SendHereAsync(message.ConnectionId, message.Method, arguments, ct);
        }
    }

    private Task SendHereAsync(string connectionId, string method, object?[] arguments, CancellationToken ct)
    {
        // from now on it is deaf: it hears why, and nothing it says counts any more
        if (method == nameof(ICallPage.Ended) && here.TryGetValue(connectionId, out var connection))
            CallConnection.Of(connection.Items).SendAway();
        return base.SendConnectionAsync(connectionId, method, arguments, ct);
    }
}
