using NodaTime;

namespace Portal.Core.Video.Direct;

/// <summary>The rooms that are open on this node and who sits in them. A room is open while somebody sits in it.</summary>
public sealed class DirectRooms(IClock clock)
{
    /// <summary>Everybody sends to everybody: more than this and a common connection no longer keeps up.</summary>
    public const int Capacity = 4;

    private readonly Lock gate = new();
    private readonly Dictionary<string, Dictionary<Guid, DirectSeat>> rooms = new(StringComparer.Ordinal);

    public Instant OpenSince { get; } = clock.GetCurrentInstant();

    /// <summary>The newest connection of a participant wins.</summary>
    /// <param name="replaced">The seat the same participant had, if any.</param>
    /// <returns>False when the room is full.</returns>
    public bool TryTake(DirectSeat seat, out DirectSeat? replaced)
    {
        lock (gate)
        {
            if (!rooms.TryGetValue(seat.Seat.RoomName, out var room))
                rooms[seat.Seat.RoomName] = room = [];
            replaced = room.GetValueOrDefault(seat.ParticipantId);
            if (replaced is null && room.Count >= Capacity)
                return false;
            room[seat.ParticipantId] = seat;
            return true;
        }
    }

    public IReadOnlyList<DirectSeat> In(string roomName)
    {
        lock (gate)
            return rooms.TryGetValue(roomName, out var room) ? [.. room.Values] : [];
    }

    public DirectSeat? Find(string roomName, Guid participantId)
    {
        lock (gate)
            return rooms.GetValueOrDefault(roomName)?.GetValueOrDefault(participantId);
    }

    /// <returns>False when the connection no longer has the seat.</returns>
    public bool Change(RoomSeat seat, string connectionId, MediaState media)
    {
        lock (gate)
        {
            if (Find(seat.RoomName, seat.ParticipantId) is not { } taken || taken.ConnectionId != connectionId)
                return false;
            rooms[seat.RoomName][seat.ParticipantId] = taken with { Media = media };
            return true;
        }
    }

    /// <returns>False when the connection no longer had the seat: the participant is back on a newer one.</returns>
    public bool Leave(RoomSeat seat, string connectionId)
    {
        lock (gate)
        {
            if (Find(seat.RoomName, seat.ParticipantId)?.ConnectionId != connectionId)
                return false;
            rooms[seat.RoomName].Remove(seat.ParticipantId);
            if (rooms[seat.RoomName].Count == 0)
                rooms.Remove(seat.RoomName);
            return true;
        }
    }

    /// <returns>Those who sat in it.</returns>
    public IReadOnlyList<DirectSeat> Close(string roomName)
    {
        lock (gate)
            return rooms.Remove(roomName, out var room) ? [.. room.Values] : [];
    }

    public IReadOnlyCollection<Guid> Everybody()
    {
        lock (gate)
            return [.. rooms.Values.SelectMany(room => room.Keys)];
    }
}
