using NodaTime;

namespace Portal.Core.Video.Twilio;

/// <param name="rest">With the API key.</param>
/// <param name="console">With the account's own token, which status callbacks are signed with.</param>
internal sealed class TwilioVideoProvider(TwilioAccount account, TwilioRestClient rest, TwilioRestClient console) : IVideoProvider
{
    public string Id => TwilioRegistration.ProviderId;

    public VideoCapabilities Capabilities => TwilioRegistration.Capabilities;

    public async Task TryAccountAsync(CancellationToken ct)
    {
        await RoomResource.ReadAsync(limit: 1, rest, ct);
        await RoomResource.ReadAsync(limit: 1, console, ct);
    }

    public async Task<ProviderRoom> OpenRoomAsync(RoomOrder order, CancellationToken ct)
    {
        // it ended between two answers, or somebody else opened it: whichever it was, the next look finds it
        for (var left = 2; ; left--)
        {
            var room = await RoomResource.FetchAsync(order.Name, rest, ct) ?? await RoomResource.CreateAsync(order.Name, order.Callback, rest, ct);
            if (room is { Status: RoomResource.InProgress })
                return new ProviderRoom(order.Name, room.Sid);
            if (left == 0)
                throw new VideoProviderException(VideoFault.Refused, "Twilio neither opens the room nor finds it.");
        }
    }

    public string CreateTicket(ProviderRoom room, RoomSeat seat, Instant now) =>
        new Token(account.AccountSid, account.ApiKey, account.ApiSecret, seat.Identity, new VideoGrant(room.ExternalId), now, IVideoProvider.TicketLifetime).ToJwt();

    public async Task<IReadOnlyList<PersonInRoom>> ListParticipantsAsync(ProviderRoom room, CancellationToken ct) =>
    [
        .. (await ParticipantResource.ReadAsync(room.ExternalId, ParticipantResource.Connected, rest, ct))
            .Select(person => new PersonInRoom(person.Identity, person.StartTime)),
    ];

    public async Task RemoveParticipantAsync(ProviderRoom room, Guid participantId, CancellationToken ct)
    {
        var identity = RoomSeat.IdentityOf(participantId);
        var connected = await ParticipantResource.ReadAsync(room.ExternalId, ParticipantResource.Connected, rest, ct);
        foreach (var person in connected.Where(person => person.Identity == identity))
            await ParticipantResource.UpdateAsync(room.ExternalId, person.Sid, ParticipantResource.Disconnected, rest, ct);
    }

    public Task EndRoomAsync(ProviderRoom room, CancellationToken ct) => RoomResource.UpdateAsync(room.ExternalId, RoomResource.Completed, rest, ct);

    public async Task<string?> StartRecordingAsync(ProviderRoom room, CancellationToken ct)
    {
        await RecordingRulesResource.UpdateAsync(room.ExternalId, RecordingRulesResource.Everything, rest, ct);
        return null;
    }

    public Task StopRecordingAsync(ProviderRoom room, string? recordingId, CancellationToken ct) =>
        RecordingRulesResource.UpdateAsync(room.ExternalId, RecordingRulesResource.Nothing, rest, ct);
}
