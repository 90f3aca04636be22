using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Portal.Tests.Support.Calls;

/// <summary>
/// A page connected to the hub of a call: SignalR's JSON protocol over a bare WebSocket. Its .NET client does not restore here,
/// and a bare one can also send what no client would.
/// </summary>
public sealed class HubPage : IAsyncDisposable
{
    private const char EndOfMessage = '\u001e';

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> answers = new();
    private readonly List<(string Name, JsonElement[] Arguments)> heard = [];
    private Task reading = Task.CompletedTask;
    private int invocations;

    /// <summary>Ends when the server has closed the connection.</summary>
    public Task Closed => reading.WaitAsync(Patience);

    public static async Task<HubPage> ConnectAsync(Uri portal)
    {
        var page = new HubPage();
        using var limit = new CancellationTokenSource(Patience);
        await page.socket.ConnectAsync(new UriBuilder(portal) { Scheme = "ws", Path = "/live/call" }.Uri, limit.Token);
        await page.SendAsync("""{"protocol":"json","version":1}""");
        page.reading = page.ReadAsync();
        return page;
    }

    /// <summary>Connects and shows a ticket.</summary>
    public static async Task<(HubPage Page, JsonElement Answer)> JoinAsync(Uri portal, string ticket, string pageId = "page")
    {
        var page = await ConnectAsync(portal);
        return (page, await page.InvokeAsync("Join", ticket, pageId, new { mic = true, cam = true, sharing = false }));
    }

    public async Task<JsonElement> InvokeAsync(string method, params object?[] arguments)
    {
        var id = Interlocked.Increment(ref invocations).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var answer = answers[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }, Json));
        return await answer.Task.WaitAsync(Patience);
    }

    /// <summary>Without waiting for an answer, which may never come.</summary>
    public Task SendAsync(string method, params object?[] arguments) =>
        SendAsync(JsonSerializer.Serialize(new { type = 1, target = method, arguments }, Json));

    /// <summary>What the server says by this name, waited for; each is given once.</summary>
    public async Task<JsonElement[]> HearAsync(string name)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            if (TryHear(name) is { } arguments)
                return arguments;
            await Task.Delay(10, limit.Token);
        }
    }

    /// <summary>What was said by this name and not yet asked for.</summary>
    public JsonElement[]? TryHear(string name)
    {
        lock (heard)
        {
            var index = heard.FindIndex(message => message.Name == name);
            if (index < 0)
                return null;
            var (_, arguments) = heard[index];
            heard.RemoveAt(index);
            return arguments;
        }
    }

    /// <summary>As a browser that loses its network: no goodbye.</summary>
    public void Drop() => socket.Abort();

    public async ValueTask DisposeAsync()
    {
        socket.Abort();
        await reading;
        socket.Dispose();
    }

    private Task SendAsync(string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + EndOfMessage), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        var pending = new StringBuilder();
        try
        {
            while (true)
            {
                var received = await socket.ReceiveAsync(buffer, CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                    return;
                pending.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
                if (!received.EndOfMessage)
                    continue;
                foreach (var message in pending.ToString().Split(EndOfMessage, StringSplitOptions.RemoveEmptyEntries))
                    Take(JsonDocument.Parse(message).RootElement);
                pending.Clear();
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // cut by either side: what was not answered never will be
            foreach (var answer in answers.Values)
                answer.TrySetCanceled();
        }
    }

    private void Take(JsonElement message)
    {
        if (!message.TryGetProperty("type", out var type))
            return;
        if (type.GetInt32() == 1)
        {
            lock (heard)
                heard.Add((message.GetProperty("target").GetString()!, [.. message.GetProperty("arguments").EnumerateArray()]));
        }
        else if (type.GetInt32() == 3 && answers.TryRemove(message.GetProperty("invocationId").GetString()!, out var answer))
        {
            if (message.TryGetProperty("error", out var error))
                answer.SetException(new InvalidOperationException(error.GetString()));
            else
                answer.SetResult(message.TryGetProperty("result", out var result) ? result : default);
        }
    }
}
