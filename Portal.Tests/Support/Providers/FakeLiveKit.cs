using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Portal.Tests.Support.Providers;

/// <summary>RoomService and Egress of a LiveKit server, over Twirp in JSON.</summary>
public sealed class FakeLiveKit : FakeServer
{
    public const string ApiKey = "devkey";
    public const string ApiSecret = "secret-of-the-tests";

    private readonly ConcurrentDictionary<string, Room> rooms = new();

    public IReadOnlyDictionary<string, string> Account => new Dictionary<string, string>
    {
        ["Url"] = $"ws://{Address.Authority}",
        ["ApiKey"] = ApiKey,
        ["ApiSecret"] = ApiSecret,
    };

    public IReadOnlyCollection<Room> Rooms => [.. rooms.Values];

    public ConcurrentDictionary<string, string> Egresses { get; } = new();

    public Room Running(string name) => rooms[name];

    public void Connect(string name, string identity) => rooms[name].People[identity] = true;

    protected override async Task<(int Status, object? Body)> AnswerAsync(HttpContext http)
    {
        // browsers connect here; this server has no ears
        if (http.Request.Path.StartsWithSegments("/rtc"))
            return (401, null);
        var body = (await JsonDocument.ParseAsync(http.Request.Body)).RootElement;
        var room = Text(body, "room") ?? Text(body, "room_name") ?? Text(body, "name");
        var method = http.Request.Path.Value!.Split('/')[^1];
        // a bad token is refused earlier than anything that speaks Twirp
        if (GrantsOf(http.Request.Headers.Authorization.ToString()) is not { } grants)
            return (401, null);
        if (!Allows(grants, method, room))
            return (403, new { code = "permission_denied", msg = "permissions denied" });
        return method switch
        {
            "CreateRoom" => (200, rooms.GetOrAdd(room!, name => new Room($"RM_{Guid.NewGuid():N}", name)).ToJson()),
            "ListRooms" => (200, new { rooms = Array.Empty<object>() }),
            "DeleteRoom" => rooms.TryRemove(room!, out _) ? (200, new { }) : NotFound(),
            "ListParticipants" => rooms.TryGetValue(room!, out var listed)
                ? (200, new { participants = listed.People.Keys.Select(identity => new { sid = "PA_x", identity, state = "ACTIVE", joined_at = "1767690000" }) })
                : NotFound(),
            "RemoveParticipant" => rooms.TryGetValue(room!, out var left) && left.People.TryRemove(Text(body, "identity")!, out _) ? (200, new { }) : NotFound(),
            "StartRoomCompositeEgress" => Record(room!),
            "StopEgress" => Egresses.TryRemove(Text(body, "egress_id")!, out _) ? (200, new { status = "EGRESS_ENDING" }) : NotFound(),
            _ => (404, new { code = "bad_route", msg = "no handler" }),
        };
    }

    private static (int, object) NotFound() => (404, new { code = "not_found", msg = "requested room does not exist", meta = new { } });

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? GrantsOf(string authorization) =>
        authorization.StartsWith("Bearer ", StringComparison.Ordinal) && HandMadeJwt.Read(authorization["Bearer ".Length..], ApiSecret) is { } claims
            && Text(claims, "iss") == ApiKey && claims.TryGetProperty("exp", out _)
            ? claims.GetProperty("video")
            : null;

    private static bool Allows(JsonElement grants, string method, string? room) => method switch
    {
        "CreateRoom" or "DeleteRoom" => Has(grants, "roomCreate"),
        "ListRooms" => Has(grants, "roomList"),
        "StartRoomCompositeEgress" or "StopEgress" => Has(grants, "roomRecord"),
        _ => Has(grants, "roomAdmin") && Text(grants, "room") == room,
    };

    private static bool Has(JsonElement grants, string name) => grants.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private (int, object) Record(string room)
    {
        if (!rooms.ContainsKey(room))
            return NotFound();
        var id = $"EG_{Guid.NewGuid():N}";
        Egresses[id] = room;
        return (200, new { egress_id = id, room_name = room, status = "EGRESS_STARTING" });
    }

    public sealed class Room(string sid, string name)
    {
        public string Name => name;

        /// <summary>By identity.</summary>
        public ConcurrentDictionary<string, bool> People { get; } = new();

        public object ToJson() => new { sid, name, empty_timeout = 3600, creation_time = "1767690000", num_participants = People.Count };
    }
}
