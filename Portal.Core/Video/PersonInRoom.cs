using NodaTime;

namespace Portal.Core.Video;

/// <summary>Somebody who is connected, as the provider tells it.</summary>
/// <param name="Identity">Of the ticket: <see cref="RoomSeat.Identity"/>.</param>
/// <param name="JoinedAt">Null where the provider does not say.</param>
public sealed record PersonInRoom(string Identity, Instant? JoinedAt);
