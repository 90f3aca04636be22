using System.Net;
using NodaTime;
using NodaTime.Text;
using Portal.Core.Video.Http;

namespace Portal.Core.Video.Twilio;

/// <param name="Sid"><c>PA…</c></param>
/// <param name="StartTime">Null when it cannot be read.</param>
internal sealed record ParticipantResource(string Sid, string Identity, Instant? StartTime)
{
    public const string Connected = "connected";

    public const string Disconnected = "disconnected";

    /// <summary>More than a room can hold.</summary>
    private const int PageSize = 200;

    /// <returns>Nobody for a room that is not known.</returns>
    public static async Task<IReadOnlyList<ParticipantResource>> ReadAsync(string pathRoomSid, string status, TwilioRestClient client, CancellationToken ct)
    {
        var answer = await client.RequestAsync(HttpMethod.Get, $"/v1/Rooms/{pathRoomSid}/Participants?Status={status}&PageSize={PageSize}", null, ct);
        if (answer.Status == HttpStatusCode.NotFound)
            return [];
        if (!answer.IsSuccess || answer.Body is not { } body || !body.TryGetProperty("participants", out _))
            throw TwilioRestClient.Refuse(answer);
        return
        [
            .. answer.List("participants")
                .Where(person => JsonAnswer.WordOf(person, "sid") is not null && JsonAnswer.WordOf(person, "identity") is not null)
                .Select(person => new ParticipantResource(
                    JsonAnswer.WordOf(person, "sid")!, JsonAnswer.WordOf(person, "identity")!, Moment(JsonAnswer.WordOf(person, "start_time")))),
        ];
    }

    /// <summary>Somebody who is gone already stays so.</summary>
    public static async Task UpdateAsync(string pathRoomSid, string pathSid, string status, TwilioRestClient client, CancellationToken ct)
    {
        var answer = await client.RequestAsync(
            HttpMethod.Post, $"/v1/Rooms/{pathRoomSid}/Participants/{pathSid}", new Dictionary<string, string> { ["Status"] = status }, ct);
        if (!answer.IsSuccess && answer.Status is not (HttpStatusCode.NotFound or HttpStatusCode.BadRequest))
            throw TwilioRestClient.Refuse(answer);
    }

    private static Instant? Moment(string? text) => text is not null && InstantPattern.General.Parse(text) is { Success: true } parsed ? parsed.Value : null;
}
