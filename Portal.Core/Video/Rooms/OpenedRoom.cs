namespace Portal.Core.Video.Rooms;

/// <summary>A room, and who carries it.</summary>
public sealed record OpenedRoom(IVideoProvider Provider, ProviderRoom Room)
{
    public string TicketFor(RoomSeat seat, NodaTime.Instant now) => Provider.CreateTicket(Room, seat, now);
}
