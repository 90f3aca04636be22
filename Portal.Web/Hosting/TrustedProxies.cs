using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Portal.Web.Hosting;

public static class TrustedProxies
{
    /// <summary>Believes X-Forwarded-For and -Proto from these addresses and networks, and from nobody else.</summary>
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IReadOnlyList<string> proxies) =>
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = proxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            foreach (var proxy in proxies)
                forwarded.KnownIPNetworks.Add(NetworkOf(proxy));
        });

    private static System.Net.IPNetwork NetworkOf(string proxy)
    {
        if (System.Net.IPNetwork.TryParse(proxy, out var network))
            return network;
        return IPAddress.TryParse(proxy, out var address)
            ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new StartRefusedException($"Portal:TrustedProxies holds '{proxy}', which is neither an address nor a network such as 10.0.0.0/8.");
    }
}
