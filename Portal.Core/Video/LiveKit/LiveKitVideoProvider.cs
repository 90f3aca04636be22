using NodaTime;

namespace Portal.Core.Video.LiveKit;

internal sealed class LiveKitVideoProvider(LiveKitAccount account, RoomServiceClient rooms, EgressServiceClient egress) : IVideoProvider
{
    public string Id => LiveKitRegistration.ProviderId;

    public VideoCapabilities Capabilities => LiveKitRegistration.Capabilities;

    public Task TryAccountAsync(CancellationToken ct) => rooms.ListRoomsAsync(ct);

    // its webhooks are set up at the server, once for all rooms
    public async Task<ProviderRoom> OpenRoomAsync(RoomOrder order, CancellationToken ct) => new(order.Name, await rooms.CreateRoomAsync(order.Name, ct));

    public string CreateTicket(ProviderRoom room, RoomSeat seat, Instant now) =>
        new AccessToken(account.ApiKey, account.ApiSecret, seat.Identity, seat.Name, VideoGrants.ForSeatIn(room.Name), now, IVideoProvider.TicketLifetime).ToJwt();

    public async Task<IReadOnlyList<PersonInRoom>> ListParticipantsAsync(ProviderRoom room, CancellationToken ct) =>
    [
        .. (await rooms.ListParticipantsAsync(room.Name, ct))
            .Where(person => person.IsConnected)
            .Select(person => new PersonInRoom(person.Identity, person.JoinedAt)),
    ];

    public Task RemoveParticipantAsync(ProviderRoom room, Guid participantId, CancellationToken ct) =>
        rooms.RemoveParticipantAsync(room.Name, RoomSeat.IdentityOf(participantId), ct);

    public Task EndRoomAsync(ProviderRoom room, CancellationToken ct) => rooms.DeleteRoomAsync(room.Name, ct);

    public async Task<string?> StartRecordingAsync(ProviderRoom room, CancellationToken ct) => await egress.StartRoomCompositeEgressAsync(room.Name, ct);

    public Task StopRecordingAsync(ProviderRoom room, string? recordingId, CancellationToken ct) => egress.StopEgressAsync(recordingId!, ct);
}
