using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace Portal.Core.Video.LiveKit;

/// <param name="Identity">Null for the portal itself.</param>
/// <param name="Name">Shown to the others; null for the portal itself.</param>
internal sealed record AccessToken(string ApiKey, string ApiSecret, string? Identity, string? Name, VideoGrants Grants, Instant From, Duration Lifetime)
{
    private const string Header = """{"alg":"HS256","typ":"JWT"}""";

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public string ToJwt()
    {
        var from = From.ToUnixTimeSeconds();
        return Jwt.Sign(
            Header,
            JsonSerializer.Serialize(
                new { iss = ApiKey, sub = Identity, nbf = from, exp = from + (long)Lifetime.TotalSeconds, name = Name, video = Grants }, Json),
            ApiSecret);
    }
}
