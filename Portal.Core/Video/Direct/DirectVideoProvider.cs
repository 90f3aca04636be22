using NodaTime;

namespace Portal.Core.Video.Direct;

public sealed class DirectVideoProvider(DirectTickets tickets, DirectRooms rooms, ICallPages pages) : IVideoProvider
{
    public const string ProviderId = "direct";

    /// <summary>What a browser is told when its room has closed.</summary>
    public const string RoomEnded = "ended";

    public string Id => ProviderId;

    public Task<string> CreateTicketAsync(RoomSeat seat, Instant now, CancellationToken ct) => Task.FromResult(tickets.Mint(seat, now));

    public async Task EndRoomAsync(string roomName, CancellationToken ct)
    {
        var seats = await rooms.CloseAsync(roomName, ct);
        await pages.EndAsync([.. seats.Select(seat => seat.ConnectionId)], RoomEnded, ct);
    }

    public async Task<Presence> FindPresenceAsync(CancellationToken ct) => new(rooms.WatchingSince, await rooms.EverybodyAsync(ct));
}
