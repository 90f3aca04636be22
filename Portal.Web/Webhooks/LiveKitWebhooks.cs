using System.Text.Json;
using NodaTime;
using Portal.Core.Video.LiveKit;
using Portal.Core.Video.Rooms;

namespace Portal.Web.Webhooks;

internal static class LiveKitWebhooks
{
    /// <summary>Bytes; a report about a room of fifty is a tenth of it.</summary>
    private const int Longest = 1024 * 1024;

    public static async Task<IResult> HearAsync(HttpContext http, HearProvider hear, IClock clock)
    {
        if (await ReadAsync(http) is not { } body || RoomOf(body) is not var (roomName, eventId))
            return VideoWebhooks.Answer(new HearProviderOutcome.NotGenuine());
        var authorization = http.Request.Headers.Authorization.ToString();
        return VideoWebhooks.Answer(await hear.RunAsync(
            new HearProviderRequest(
                LiveKitRegistration.ProviderId, roomName, eventId,
                account => LiveKitRegistration.HasSigned(account, body, authorization, clock.GetCurrentInstant())),
            http.RequestAborted));
    }

    /// <returns>Null when it is too long.</returns>
    private static async Task<byte[]?> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (body.Length + read > Longest)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    /// <returns>Null for a body that is no report.</returns>
    private static (string RoomName, string EventId)? RoomOf(byte[] body)
    {
        try
        {
            using var report = JsonDocument.Parse(body);
            var root = report.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? (NameOf(root, "room", "name") ?? NameOf(root, "egressInfo", "roomName") ?? "", id.GetString()!)
                : null;
        }
        // the second: a word of half a character
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? NameOf(JsonElement report, string part, string name) =>
        report.TryGetProperty(part, out var about) && about.ValueKind == JsonValueKind.Object
            && about.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
