using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Core.Notifications;

/// <summary>A mail, or a part of one, as far as mails of the portal's own go: UTF-8, in base64 or plain.</summary>
public sealed partial class MimePart
{
    private readonly Dictionary<string, string> headers;
    private readonly string body;

    private MimePart(Dictionary<string, string> headers, string body)
    {
        this.headers = headers;
        this.body = body;
        Parts = Boundary().Match(Header("Content-Type")) is { Success: true } boundary ? Split(body, boundary.Groups["it"].Value) : [];
    }

    public IReadOnlyList<MimePart> Parts { get; }

    /// <summary>Without parameters: <c>text/html</c>.</summary>
    public string MediaType => Header("Content-Type").Split(';')[0].Trim().ToLowerInvariant();

    public static MimePart Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n");
        var end = lines.IndexOf("\n\n", StringComparison.Ordinal);
        var (head, body) = end < 0 ? (lines, "") : (lines[..end], lines[(end + 2)..]);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Folding().Replace(head, " ").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                headers[line[..colon]] = line[(colon + 1)..].Trim();
        return new MimePart(headers, body);
    }

    /// <returns>Decoded; empty when there is none.</returns>
    public string Header(string name) => EncodedWord().Replace(
        BetweenEncodedWords().Replace(headers.GetValueOrDefault(name, ""), ""),
        word => Encoding.UTF8.GetString(word.Groups["encoding"].Value is "B" or "b"
            ? Convert.FromBase64String(word.Groups["text"].Value)
            : QuotedBytes(word.Groups["text"].Value.Replace('_', ' '))));

    /// <summary>The first part of that media type, at any depth.</summary>
    public MimePart? Find(string mediaType) =>
        MediaType == mediaType ? this : Parts.Select(part => part.Find(mediaType)).FirstOrDefault(found => found is not null);

    public string Content() => Header("Content-Transfer-Encoding").ToLowerInvariant() switch
    {
        "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
        "quoted-printable" => Encoding.UTF8.GetString(QuotedBytes(body.Replace("=\n", "", StringComparison.Ordinal))),
        _ => body,
    };

    private static List<MimePart> Split(string body, string boundary) =>
        [.. $"\n{body}".Split($"\n--{boundary}").Skip(1).TakeWhile(part => !part.StartsWith("--", StringComparison.Ordinal)).Select(part => Parse(part.TrimStart('\n')))];

    private static byte[] QuotedBytes(string text) =>
        Encoding.Latin1.GetBytes(QuotedByte().Replace(text, match => ((char)Convert.ToByte(match.Groups["hex"].Value, 16)).ToString()));

    [GeneratedRegex("boundary=\"?(?<it>[^\";]+)\"?", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex(@"=\?utf-8\?(?<encoding>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)")]
    private static partial Regex BetweenEncodedWords();

    [GeneratedRegex("=(?<hex>[0-9A-F]{2})", RegexOptions.IgnoreCase)]
    private static partial Regex QuotedByte();
}
