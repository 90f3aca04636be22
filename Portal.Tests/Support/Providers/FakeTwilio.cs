using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Portal.Tests.Support.Providers;

/// <summary>Rooms, participants and recording rules of Twilio Video.</summary>
public sealed class FakeTwilio : FakeServer
{
    public const string AccountSid = "AC00000000000000000000000000000002";
    public const string ApiKey = "SK00000000000000000000000000000001";
    public const string ApiSecret = "0123456789abcdef0123456789abcdef";
    public const string AuthToken = "12345678901234567890123456789012";

    private readonly ConcurrentDictionary<string, Room> rooms = new();

    public static IReadOnlyDictionary<string, string> Account { get; } = new Dictionary<string, string>
    {
        ["AccountSid"] = AccountSid,
        ["ApiKey"] = ApiKey,
        ["ApiSecret"] = ApiSecret,
        ["AuthToken"] = AuthToken,
    };

    public IReadOnlyCollection<Room> Rooms => [.. rooms.Values];

    /// <summary>The room of a name that is in progress.</summary>
    public Room Running(string name) => rooms.Values.Single(room => room.Name == name && room.IsRunning);

    public void Connect(string name, string identity) => Running(name).People[$"PA{Guid.NewGuid():N}"] = identity;

    protected override async Task<(int Status, object? Body)> AnswerAsync(HttpContext http)
    {
        if (!IsKnown(http.Request.Headers.Authorization.ToString()))
            return (401, new { code = 20003, message = "Authenticate", status = 401 });
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync() : null;
        var path = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is ["v1", "Rooms"])
            return form is null ? (200, new { rooms = Array.Empty<object>(), meta = new { key = "rooms" } }) : Create(form);
        if (path is not ["v1", "Rooms", var key, ..] || Find(key) is not { } room)
            return (404, new { code = 20404, message = "not found", status = 404 });
        return path switch
        {
            [_, _, _] => form is null ? (200, room.ToJson()) : End(room),
            [_, _, _, "Participants"] => (200, new { participants = room.People.Select(person => room.PersonJson(person.Key, person.Value)), meta = new { key = "participants" } }),
            [_, _, _, "Participants", var sid] => Disconnect(room, sid),
            [_, _, _, "RecordingRules"] => Rule(room, form!["Rules"].ToString()),
            _ => (404, new { code = 20404, message = "not found", status = 404 }),
        };
    }

    private static bool IsKnown(string authorization) =>
        authorization == Basic(ApiKey, ApiSecret) || authorization == Basic(AccountSid, AuthToken);

    private static string Basic(string user, string password) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}";

    // by name only while it is in progress
    private Room? Find(string key) => rooms.Values.FirstOrDefault(room => room.Sid == key || (room.Name == key && room.IsRunning));

    private (int, object) Create(IFormCollection form)
    {
        var name = form["UniqueName"].ToString();
        lock (rooms)
        {
            if (rooms.Values.Any(room => room.Name == name && room.IsRunning))
                return (400, new { code = 53113, message = "Room exists", more_info = "https://www.twilio.com/docs/errors/53113", status = 400 });
            var room = new Room($"RM{Guid.NewGuid():N}", name) { Callback = form["StatusCallback"].ToString() };
            rooms[room.Sid] = room;
            return (201, room.ToJson());
        }
    }

    private static (int, object) End(Room room)
    {
        if (!room.IsRunning)
            return (400, new { code = 53118, message = "Room completed", status = 400 });
        room.IsRunning = false;
        room.People.Clear();
        return (202, room.ToJson());
    }

    private static (int, object) Disconnect(Room room, string sid) => room.People.TryRemove(sid, out var identity)
        ? (202, room.PersonJson(sid, identity))
        : (404, new { code = 20404, message = "not found", status = 404 });

    private static (int, object) Rule(Room room, string rules)
    {
        room.Rules = rules;
        return (202, new { room_sid = room.Sid, rules });
    }

    public sealed class Room(string sid, string name)
    {
        public string Sid => sid;

        public string Name => name;

        public bool IsRunning { get; set; } = true;

        public string Callback { get; init; } = "";

        public string? Rules { get; set; }

        /// <summary>Identities by <c>PA…</c> id.</summary>
        public ConcurrentDictionary<string, string> People { get; } = new();

        public object ToJson() => new { sid, unique_name = name, status = IsRunning ? "in-progress" : "completed", type = "group", account_sid = AccountSid };

        public object PersonJson(string participant, string identity) =>
            new { sid = participant, room_sid = sid, identity, status = "connected", start_time = "2026-01-06T09:00:00Z" };
    }
}
