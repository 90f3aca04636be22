using NodaTime;

namespace Portal.Core.Video.Direct;

public sealed class DirectVideoProvider(DirectTickets tickets, DirectRooms rooms) : IVideoProvider
{
    public const string ProviderId = "direct";

    /// <summary>What a browser is told when its room has closed.</summary>
    public const string RoomEnded = "ended";

    public string Id => ProviderId;

    public Task<string> CreateTicketAsync(RoomSeat seat, Instant now, CancellationToken ct) => Task.FromResult(tickets.Mint(seat, now));

    public Task EndRoomAsync(string roomName, CancellationToken ct) =>
        Task.WhenAll(rooms.Close(roomName).Select(seat => seat.SendAwayAsync(RoomEnded)));

    public Task<Presence> FindPresenceAsync(CancellationToken ct) => Task.FromResult(new Presence(rooms.OpenSince, rooms.Everybody()));
}
