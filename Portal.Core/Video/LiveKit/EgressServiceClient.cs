namespace Portal.Core.Video.LiveKit;

/// <summary>Recording, by the egress service beside a LiveKit server.</summary>
internal sealed class EgressServiceClient(TwirpClient twirp)
{
    private const string Service = "Egress";

    private static readonly VideoGrants Grants = new() { RoomRecord = true };

    /// <returns>The id to stop it by.</returns>
    public async Task<string> StartRoomCompositeEgressAsync(string room, CancellationToken ct)
    {
        var request = new
        {
            room_name = room,
            layout = "grid",
            file_outputs = new[] { new { file_type = "MP4", filepath = "portal/{room_name}-{time}.mp4" } },
        };
        var answer = await twirp.RequestAsync(Service, "StartRoomCompositeEgress", request, Grants, ct, once: true);
        return answer.Word("egress_id") ?? answer.Word("egressId")
            ?? throw new VideoProviderException(VideoFault.Refused, "The LiveKit server does not know the room that was to be recorded.");
    }

    public Task StopEgressAsync(string egressId, CancellationToken ct) =>
        twirp.RequestAsync(Service, "StopEgress", new { egress_id = egressId }, Grants, ct);
}
