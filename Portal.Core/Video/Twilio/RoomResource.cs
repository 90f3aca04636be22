using System.Net;
using Portal.Core.Video.Http;

namespace Portal.Core.Video.Twilio;

/// <param name="Sid"><c>RM…</c></param>
/// <param name="Status"><c>in-progress</c>, <c>completed</c> or <c>failed</c>.</param>
internal sealed record RoomResource(string Sid, string UniqueName, string Status)
{
    public const string InProgress = "in-progress";

    public const string Completed = "completed";

    /// <summary>Minutes an empty room is kept; the most Twilio allows, so that people may be late.</summary>
    private const string Timeout = "60";

    /// <returns>Null when a room of this name is in progress already.</returns>
    public static async Task<RoomResource?> CreateAsync(string uniqueName, Uri? statusCallback, TwilioRestClient client, CancellationToken ct)
    {
        var form = new Dictionary<string, string>
        {
            ["UniqueName"] = uniqueName,
            ["EmptyRoomTimeout"] = Timeout,
            ["UnusedRoomTimeout"] = Timeout,
        };
        if (statusCallback is not null)
        {
            form["StatusCallback"] = statusCallback.AbsoluteUri;
            form["StatusCallbackMethod"] = "POST";
        }

        var answer = await client.RequestAsync(HttpMethod.Post, "/v1/Rooms", form, ct);
        return answer.Word("code") == TwilioRestClient.RoomExists ? null : Read(answer);
    }

    /// <param name="pathSid">The <c>RM…</c> id; a unique name only while the room is in progress.</param>
    /// <returns>Null for none.</returns>
    public static async Task<RoomResource?> FetchAsync(string pathSid, TwilioRestClient client, CancellationToken ct)
    {
        var answer = await client.RequestAsync(HttpMethod.Get, $"/v1/Rooms/{pathSid}", null, ct);
        return answer.Status == HttpStatusCode.NotFound ? null : Read(answer);
    }

    /// <summary>Changes nothing; whether the credentials are right shows.</summary>
    public static async Task ReadAsync(int limit, TwilioRestClient client, CancellationToken ct)
    {
        var answer = await client.RequestAsync(HttpMethod.Get, $"/v1/Rooms?PageSize={limit}", null, ct);
        if (!answer.IsSuccess || answer.Body is null)
            throw TwilioRestClient.Refuse(answer);
    }

    /// <summary>A room that is over or unknown stays what it is.</summary>
    public static async Task UpdateAsync(string pathSid, string status, TwilioRestClient client, CancellationToken ct)
    {
        var answer = await client.RequestAsync(HttpMethod.Post, $"/v1/Rooms/{pathSid}", new Dictionary<string, string> { ["Status"] = status }, ct);
        if (!answer.IsSuccess && answer.Status != HttpStatusCode.NotFound && await FetchAsync(pathSid, client, ct) is { Status: InProgress })
            throw TwilioRestClient.Refuse(answer);
    }

    private static RoomResource Read(JsonAnswer answer) =>
        answer.IsSuccess && answer.Word("sid") is { } sid && answer.Word("unique_name") is { } name && answer.Word("status") is { } status
            ? new RoomResource(sid, name, status)
            : throw TwilioRestClient.Refuse(answer);
}
