using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Portal.Core.Outgoing;

/// <summary>
/// Connects to servers that an organisation named. The name is resolved once, and the connection goes to an address that was
/// looked at: whatever the name says a moment later changes nothing.
/// </summary>
public sealed class OutgoingGuard(IOptions<OutgoingOptions> options)
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Asks the network's name servers.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Follows no redirect, which could lead anywhere, and asks no proxy, which would resolve the name by itself.</summary>
    public SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        ConnectTimeout = ConnectTimeout,
        ConnectCallback = async (context, ct) => await ConnectAsync(context.DnsEndPoint, ct),
    };

    /// <exception cref="InternalAddressException">The host is inside, and not allowed.</exception>
    private async Task<Stream> ConnectAsync(DnsEndPoint server, CancellationToken ct)
    {
        var addresses = await FindAddressesAsync(server.Host, ct);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, server.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> FindAddressesAsync(string host, CancellationToken ct)
    {
        var known = IPAddress.TryParse(host, out var address) ? [address] : await Resolve(host, ct);
        if (options.Value.AllowsHost(host))
            return known;
        IPAddress[] allowed = [.. known.Where(one => !SpecialAddresses.IsSpecial(one) || options.Value.AllowsAddress(SpecialAddresses.Plain(one)))];
        return allowed.Length > 0 ? allowed : throw new InternalAddressException(host);
    }
}
