namespace Portal.Core.Video.Direct;

/// <summary>Section <c>Video:Direct</c> of the settings.</summary>
public sealed class DirectOptions
{
    /// <summary>Empty is enough where both browsers are on one network; across the internet some need a TURN server.</summary>
    public List<IceServerOptions> IceServers { get; } = [];

    internal IEnumerable<string> Faults() => IceServers.SelectMany((server, index) => server.Faults($"Video:Direct:IceServers:{index}"));
}
