using System.Net;

namespace Portal.Core.Outgoing;

/// <summary>Section <c>Outgoing</c> of the settings.</summary>
public sealed class OutgoingOptions
{
    public const string Section = "Outgoing";

    /// <summary>Hosts (<c>livekit.lan</c>), addresses and networks (<c>10.1.0.0/16</c>) inside that organisations may name all the same.</summary>
    public IList<string> AllowedInternal { get; } = [];

    internal bool AllowsHost(string host) => AllowedInternal.Any(entry => string.Equals(entry, host.TrimEnd('.'), StringComparison.OrdinalIgnoreCase));

    internal bool AllowsAddress(IPAddress address) => AllowedInternal.Any(entry => NetworkOf(entry) is { } network && network.Contains(address));

    /// <returns>Null for a host.</returns>
    internal static IPNetwork? NetworkOf(string entry)
    {
        if (IPAddress.TryParse(entry, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(entry, out var network) ? network : null;
    }
}
