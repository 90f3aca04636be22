using System.Net;
using System.Net.Sockets;

namespace Portal.Tests.Core.Outgoing;

/// <summary>Something inside that nobody may reach: it counts who tries, and answers what a server would.</summary>
public sealed class Canary : IAsyncDisposable
{
    private readonly TcpListener listener;
    private readonly Task listening;
    private int heard;

    /// <param name="port">0 for any that is free.</param>
    public Canary(IPAddress address, int port = 0, string answer = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
    {
        listener = new TcpListener(address, port);
        listener.Start();
        listening = ListenAsync(answer);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Connections, whatever came over them.</summary>
    public int Heard => Volatile.Read(ref heard);

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await listening;
    }

    private async Task ListenAsync(string answer)
    {
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync();
                Interlocked.Increment(ref heard);
                await socket.ReceiveAsync(new byte[4096]);
                await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(answer));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // the test is over
        }
    }
}
