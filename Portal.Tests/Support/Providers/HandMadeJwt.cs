using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Portal.Tests.Support.Providers;

/// <summary>JSON Web Tokens made and read without the product's code.</summary>
public static class HandMadeJwt
{
    public static string Make(object claims, string secret, string header = """{"alg":"HS256","typ":"JWT"}""")
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <returns>The claims; null where the signature is another.</returns>
    public static JsonElement? Read(string token, string secret)
    {
        var parts = token.Split('.');
        var expected = Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}")));
        return parts[2] == expected ? JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement : null;
    }
}
