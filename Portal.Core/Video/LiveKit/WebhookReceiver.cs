using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace Portal.Core.Video.LiveKit;

/// <summary>Whether a webhook comes from the server: a token signed with the key's secret, over the body's SHA-256.</summary>
internal sealed class WebhookReceiver(string apiKey, string apiSecret)
{
    private static readonly Duration Leeway = Duration.FromMinutes(1);

    /// <param name="authorization">The header as it came: the token without a scheme.</param>
    public bool Receive(ReadOnlySpan<byte> body, string authorization, Instant now)
    {
        var claims = Jwt.Verify(authorization, issuer => issuer == apiKey ? apiSecret : null);
        if (claims is not { } known || Seconds(known, "exp") is not { } until || now > Instant.FromUnixTimeSeconds(until) + Leeway)
            return false;
        if (Seconds(known, "nbf") is { } from && now < Instant.FromUnixTimeSeconds(from) - Leeway)
            return false;
        return known.TryGetProperty("sha256", out var claimed) && claimed.ValueKind == JsonValueKind.String
            && CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(claimed.GetString()!), Encoding.ASCII.GetBytes(Convert.ToBase64String(SHA256.HashData(body))));
    }

    private static long? Seconds(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds)
            && seconds is > 0 and < 253_402_300_800
            ? seconds
            : null;
}
