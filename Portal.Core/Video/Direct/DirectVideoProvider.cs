using NodaTime;

namespace Portal.Core.Video.Direct;

/// <summary>Rooms are rows of seats; there is no account and no other server.</summary>
public sealed class DirectVideoProvider(DirectTickets tickets, DirectRooms rooms, ICallPages pages) : IVideoProvider
{
    public const string ProviderId = "direct";

    /// <summary>What a browser is told when its room has closed.</summary>
    public const string RoomEnded = "ended";

    public string Id => ProviderId;

    public VideoCapabilities Capabilities => DirectRegistration.Capabilities;

    public Task TryAccountAsync(CancellationToken ct) => Task.CompletedTask;

    public Task<ProviderRoom> OpenRoomAsync(RoomOrder order, CancellationToken ct) => Task.FromResult(new ProviderRoom(order.Name, order.Name));

    public string CreateTicket(ProviderRoom room, RoomSeat seat, Instant now) => tickets.Mint(seat, now);

    public async Task<IReadOnlyList<PersonInRoom>> ListParticipantsAsync(ProviderRoom room, CancellationToken ct) =>
        [.. (await rooms.InAsync(room.Name, ct)).Select(seat => new PersonInRoom(RoomSeat.IdentityOf(seat.ParticipantId), seat.TakenAt))];

    public async Task RemoveParticipantAsync(ProviderRoom room, Guid participantId, CancellationToken ct)
    {
        foreach (var seat in (await rooms.InAsync(room.Name, ct)).Where(seat => seat.ParticipantId == participantId))
        {
            await rooms.LeaveAsync(new RoomSeat(room.Name, default, participantId, seat.Name, seat.IsStaff), seat.ConnectionId, ct);
            await pages.EndAsync([seat.ConnectionId], "removed", ct);
        }
    }

    public async Task EndRoomAsync(ProviderRoom room, CancellationToken ct)
    {
        var seats = await rooms.CloseAsync(room.Name, ct);
        await pages.EndAsync([.. seats.Select(seat => seat.ConnectionId)], RoomEnded, ct);
    }

    public Task<string?> StartRecordingAsync(ProviderRoom room, CancellationToken ct) => throw new NotSupportedException("A direct call passes no server that could record it.");

    public Task StopRecordingAsync(ProviderRoom room, string? recordingId, CancellationToken ct) => throw new NotSupportedException("A direct call passes no server that could record it.");
}
