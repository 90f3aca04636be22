using System.Globalization;
using NodaTime;
using Portal.Core.Video.Http;

namespace Portal.Core.Video.LiveKit;

internal sealed class RoomServiceClient(TwirpClient twirp)
{
    private const string Service = "RoomService";

    // the answer is the same for every list; a short one is quick
    private static readonly string[] Nobodys = ["portal"];

    /// <summary>Seconds a room is kept before anybody came.</summary>
    private const int EmptyTimeout = 3600;

    /// <summary>Seconds a room is kept after everybody left.</summary>
    private const int DepartureTimeout = 300;

    /// <returns>The room's id. A room of this name that is there already is the answer too.</returns>
    public async Task<string> CreateRoomAsync(string name, CancellationToken ct)
    {
        var answer = await twirp.RequestAsync(
            Service, "CreateRoom", new { name, empty_timeout = EmptyTimeout, departure_timeout = DepartureTimeout }, new VideoGrants { RoomCreate = true }, ct);
        return answer.Word("sid") is { Length: > 0 } sid && answer.Word("name") == name
            ? sid
            : throw new VideoProviderException(VideoFault.Incomprehensible, "The LiveKit server answered something nobody understands.");
    }

    public Task ListRoomsAsync(CancellationToken ct) =>
        twirp.RequestAsync(Service, "ListRooms", new { names = Nobodys }, new VideoGrants { RoomList = true }, ct);

    public Task DeleteRoomAsync(string room, CancellationToken ct) =>
        twirp.RequestAsync(Service, "DeleteRoom", new { room }, new VideoGrants { RoomCreate = true }, ct);

    public async Task<IReadOnlyList<ParticipantInfo>> ListParticipantsAsync(string room, CancellationToken ct)
    {
        var answer = await twirp.RequestAsync(Service, "ListParticipants", new { room }, new VideoGrants { RoomAdmin = true, Room = room }, ct);
        return
        [
            .. answer.List("participants")
                .Where(person => JsonAnswer.WordOf(person, "identity") is not null)
                .Select(person => new ParticipantInfo(
                    JsonAnswer.WordOf(person, "identity")!, JsonAnswer.WordOf(person, "state") ?? "",
                    Moment(JsonAnswer.WordOf(person, "joined_at") ?? JsonAnswer.WordOf(person, "joinedAt")))),
        ];
    }

    public Task RemoveParticipantAsync(string room, string identity, CancellationToken ct) =>
        twirp.RequestAsync(Service, "RemoveParticipant", new { room, identity }, new VideoGrants { RoomAdmin = true, Room = room }, ct);

    // whole seconds, as a number or as a word
    private static Instant? Moment(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var since) && since is > 0 and < 253_402_300_800
            ? Instant.FromUnixTimeSeconds(since)
            : null;
}
