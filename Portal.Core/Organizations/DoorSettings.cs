using NodaTime;

namespace Portal.Core.Organizations;

/// <summary>What an organisation decides about its waiting room. Durations are whole minutes.</summary>
/// <param name="WaitingRoomEnabled">Off: visitors inside the join window go straight in.</param>
/// <param name="LateHostAfter">How long after the start a visitor waits for a host before being offered other ways.</param>
/// <param name="AskAgainAfter">How long a visitor who was turned away has to wait before asking again.</param>
/// <param name="ChatAtTheDoor">Visitors and their host may write to each other while the visitor waits.</param>
public sealed record DoorSettings(bool WaitingRoomEnabled, Duration LateHostAfter, Duration AskAgainAfter, bool ChatAtTheDoor);
