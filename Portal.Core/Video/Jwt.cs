using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Portal.Core.Video;

/// <summary>JSON Web Tokens with HS256, the only kind the providers use.</summary>
internal static class Jwt
{
    public static string Sign(string header, string payload, string secret)
    {
        var signed = $"{Encode(header)}.{Encode(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(SignatureOf(signed, secret))}";
    }

    /// <param name="secretOf">Of the token's issuer; null for one that is not known.</param>
    /// <returns>The payload; null for a token of another make or signature. Its dates are the caller's to check.</returns>
    public static JsonElement? Verify(string token, Func<string, string?> secretOf)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || Decode(parts[0]) is not { } header || Decode(parts[1]) is not { } payload || Word(header, "alg") != "HS256")
            return null;
        if (Word(payload, "iss") is not { } issuer || secretOf(issuer) is not { } secret)
            return null;
        var expected = Encoding.ASCII.GetBytes(Base64Url.EncodeToString(SignatureOf($"{parts[0]}.{parts[1]}", secret)));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(parts[2])) ? payload : null;
    }

    private static byte[] SignatureOf(string signed, string secret) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed));

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static string? Word(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Decode(string part)
    {
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part));
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }
}
