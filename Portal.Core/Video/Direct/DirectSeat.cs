namespace Portal.Core.Video.Direct;

/// <summary>Somebody's place in a room that is open.</summary>
/// <param name="ConnectionId">Of the signalling; a new one with every reconnect.</param>
/// <param name="PageId">Chosen by the browser at every load of the page: the same page that comes back keeps its pictures running.</param>
/// <param name="SendAwayAsync">Tells the browser why, then closes its connection.</param>
public sealed record DirectSeat(RoomSeat Seat, string ConnectionId, string PageId, Func<string, Task> SendAwayAsync)
{
    public Guid ParticipantId => Seat.ParticipantId;

    public MediaState Media { get; init; } = new(false, false, false);
}
