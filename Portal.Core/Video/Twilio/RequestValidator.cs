using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Core.Video.Twilio;

/// <summary>Whether a status callback comes from Twilio: <c>X-Twilio-Signature</c>.</summary>
internal sealed class RequestValidator(string authToken)
{
    /// <param name="url">As Twilio requested it, query included.</param>
    /// <param name="parameters">Of the form.</param>
    public bool Validate(Uri url, IReadOnlyCollection<KeyValuePair<string, string>> parameters, string expected) =>
        Spellings(url).Any(spelling => IsSame(SignatureOf(spelling, parameters), expected));

    // signed with the port or without it, whatever the request had
    private static IEnumerable<string> Spellings(Uri url)
    {
        yield return url.OriginalString;
        var rest = url.OriginalString.IndexOf('/', url.Scheme.Length + "://".Length);
        var pathAndQuery = rest < 0 ? "" : url.OriginalString[rest..];
        yield return $"{url.Scheme}://{url.Host}{pathAndQuery}";
        yield return $"{url.Scheme}://{url.Host}:{url.Port}{pathAndQuery}";
    }

    [SuppressMessage("Security", "CA5350", Justification = "Twilio signs with HMAC-SHA1.")]
    private string SignatureOf(string url, IReadOnlyCollection<KeyValuePair<string, string>> parameters)
    {
        var signed = new StringBuilder(url);
        foreach (var (name, value) in parameters.Distinct().OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal))
            signed.Append(name).Append(value);
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed.ToString())));
    }

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
