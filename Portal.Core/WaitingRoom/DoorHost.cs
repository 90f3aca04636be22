using NodaTime;

namespace Portal.Core.WaitingRoom;

/// <summary>A host as the visitors at their door may know them.</summary>
/// <param name="SawTheDoorAt">When their waiting panel last showed who waits.</param>
/// <param name="InCallOf">The meeting whose call they are in.</param>
/// <param name="RunningUntil">The planned end of that meeting.</param>
/// <param name="OverrunsToday">How long after its planned end each of their meetings of today ended; negative for early.</param>
public sealed record DoorHost(
    string Name, Instant? SawTheDoorAt, Guid? InCallOf, Instant? RunningUntil, IReadOnlyList<Duration> OverrunsToday)
{
    /// <summary>A panel that was open this long ago is taken for open: its signs are written down now and then only.</summary>
    public static readonly Duration SeesFor = Duration.FromSeconds(90);

    public HostState StateFor(Guid bookingId, Instant now) => this switch
    {
        { InCallOf: { } call } when call == bookingId => HostState.InTheCall,
        { InCallOf: not null } => HostState.InAnotherCall,
        { SawTheDoorAt: { } seen } when now - seen < SeesFor => HostState.SeesTheDoor,
        _ => HostState.NotHere,
    };
}
