using System.Net;
using System.Net.Sockets;

namespace Portal.Core.Outgoing;

/// <summary>
/// Which addresses belong to no server on the internet: of this machine, of its networks, of nobody (IANA's special-purpose
/// registries). An IPv4 address inside of an IPv6 one is looked at as what it is.
/// </summary>
public static class SpecialAddresses
{
    private static readonly IPNetwork[] SpecialV4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24",
        "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3");

    // everything else that is in use is outside of 2000::/3
    private static readonly IPNetwork[] SpecialV6 = Networks("2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20");
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");

    public static bool IsSpecial(IPAddress address)
    {
        var plain = Plain(address);
        if (plain.AddressFamily == AddressFamily.InterNetwork)
            return SpecialV4.Any(network => network.Contains(plain));
        return plain.AddressFamily != AddressFamily.InterNetworkV6 || !Global.Contains(plain) || SpecialV6.Any(network => network.Contains(plain));
    }

    /// <summary>The IPv4 address that an IPv6 one stands for; any other as it is.</summary>
    internal static IPAddress Plain(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address;
        var bytes = address.GetAddressBytes();
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        // a zone is of this machine, and no range has one
        var unzoned = new IPAddress(bytes);
        if (Nat64.Contains(unzoned))
            return new IPAddress(bytes.AsSpan(12, 4));
        return SixToFour.Contains(unzoned) ? new IPAddress(bytes.AsSpan(2, 4)) : unzoned;
    }

    private static IPNetwork[] Networks(params string[] ranges) => [.. ranges.Select(IPNetwork.Parse)];
}
