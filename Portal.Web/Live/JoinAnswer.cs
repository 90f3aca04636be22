using Portal.Core.Chat;
using Portal.Core.Video.Direct;

namespace Portal.Web.Live;

/// <param name="Refused">
/// <c>ticket</c>: not one of ours, too old, or for a room left behind. <c>full</c>: all seats are taken. Null: see <paramref name="Room"/>.
/// </param>
public sealed record JoinAnswer(string? Refused, JoinedRoom? Room);

/// <param name="StartedAt">When the call began, in milliseconds since 1970.</param>
/// <param name="JoinedAt">When the reader sat down, on the same scale.</param>
/// <param name="RelayOnly">Pages reach each other through a TURN server only.</param>
/// <param name="IsRecorded">At the provider: everybody must see it.</param>
/// <param name="Now">The server's clock, in milliseconds since 1970: the browser's may be wrong.</param>
public sealed record JoinedRoom(Guid SelfId, long StartedAt, long JoinedAt, long Now, IReadOnlyList<Peer> Peers, IReadOnlyList<IceServer> IceServers, bool RelayOnly, IReadOnlyList<ChatLine> Chat, bool IsRecorded);
