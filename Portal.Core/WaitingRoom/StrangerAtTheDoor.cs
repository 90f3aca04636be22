using NodaTime;

namespace Portal.Core.WaitingRoom;

/// <summary>
/// Somebody who wants to join with the link of a visitor who does not wait, in a browser that is not the visitor's, and has not
/// shown the code from the visitor's mail (N9).
/// </summary>
/// <param name="ParticipantId">Whose link it is.</param>
/// <param name="Name">Whose link it is.</param>
public sealed record StrangerAtTheDoor(
    Guid ParticipantId, string Name, Instant Since, string MeetingName, string HostName, IReadOnlyList<Guid> HostIds, Instant StartsAt);
