using NodaTime;

namespace Portal.Core.Video.Direct;

/// <summary>What a device check needs to try the way a call would take, for ten minutes.</summary>
public sealed class CheckServers(IceServers iceServers, IClock clock)
{
    private static readonly Duration Lifetime = Duration.FromMinutes(10);

    public CheckedServers For(Guid participantId) =>
        new(iceServers.For(participantId, clock.GetCurrentInstant(), Lifetime), iceServers.RelayOnly);
}

/// <param name="RelayOnly">Calls go through the TURN server whatever the network would let through.</param>
public sealed record CheckedServers(IReadOnlyList<IceServer> Servers, bool RelayOnly);
