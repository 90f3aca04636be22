namespace Portal.Core.Video.Direct;

/// <summary>Section <c>Video:Direct</c> of the settings.</summary>
public sealed class DirectOptions
{
    /// <summary>Empty is enough where both browsers are on one network; across the internet some need a TURN server.</summary>
    public List<IceServerOptions> IceServers { get; } = [];

    /// <summary>Every call goes through a TURN server, so that people do not learn each other's addresses.</summary>
    public bool RelayOnly { get; set; }

    internal IEnumerable<string> Faults()
    {
        var servers = IceServers.SelectMany((server, index) => server.Faults($"Video:Direct:IceServers:{index}"));
        return RelayOnly && !IceServers.Exists(server => server.Urls.Exists(url => url.StartsWith("turn", StringComparison.Ordinal)))
            ? servers.Append("Video:Direct:RelayOnly is true, but Video:Direct:IceServers has no TURN server.")
            : servers;
    }
}
