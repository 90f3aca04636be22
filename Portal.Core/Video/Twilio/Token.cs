using System.Text.Json;
using NodaTime;

namespace Portal.Core.Video.Twilio;

/// <summary>An access token for a browser.</summary>
internal sealed record Token(string AccountSid, string SigningKeySid, string Secret, string Identity, VideoGrant Grant, Instant IssuedAt, Duration Lifetime)
{
    private const string Header = """{"alg":"HS256","typ":"JWT","cty":"twilio-fpa;v=1"}""";

    public string ToJwt()
    {
        var issued = IssuedAt.ToUnixTimeSeconds();
        return Jwt.Sign(
            Header,
            JsonSerializer.Serialize(new
            {
                jti = $"{SigningKeySid}-{issued}",
                grants = new { identity = Identity, video = new { room = Grant.Room } },
                iat = issued,
                exp = issued + (long)Lifetime.TotalSeconds,
                iss = SigningKeySid,
                sub = AccountSid,
            }),
            Secret);
    }
}
