using NodaTime;

namespace Portal.Core.Video.Direct;

/// <summary>
/// Somebody's place in a room that is open, wherever their connection is. Places are numbered, so that of two who take the
/// last one at once the database refuses one.
/// </summary>
public sealed class CallSeat
{
    public required string RoomName { get; init; }

    /// <summary>From 1 to <see cref="DirectRooms.Capacity"/>.</summary>
    public required int Number { get; init; }

    public required Guid ParticipantId { get; init; }

    public required string Name { get; init; }

    public required bool IsStaff { get; init; }

    /// <summary>The node that holds the connection: gone with it.</summary>
    public required Guid NodeId { get; set; }

    /// <summary>Of the signalling; a new one with every reconnect.</summary>
    public required string ConnectionId { get; set; }

    /// <summary>Chosen by the browser at every load of the page: the same page that comes back keeps its pictures running.</summary>
    public required string PageId { get; set; }

    public required bool Mic { get; set; }

    public required bool Cam { get; set; }

    public required bool Sharing { get; set; }

    public bool Hand { get; set; }

    public bool Recording { get; set; }

    /// <summary>First of all; a reconnect does not change it.</summary>
    public required Instant TakenAt { get; init; }

    public MediaState Media => new(Mic, Cam, Sharing, Hand, Recording);
}
