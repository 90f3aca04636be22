using NodaTime;

namespace Portal.Core.WaitingRoom;

/// <summary>Everybody of an organisation who may come to the door around now, as of one moment.</summary>
/// <param name="Places">By participant.</param>
public sealed record Door(Instant ReadAt, IReadOnlyDictionary<Guid, WaitingPlace> Places);
