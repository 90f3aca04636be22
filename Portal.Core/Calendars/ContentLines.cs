using System.Text;

namespace Portal.Core.Calendars;

/// <summary>Content lines of RFC 5545, 3.1: escaped, folded at 75 octets, ended by CRLF.</summary>
internal sealed class ContentLines
{
    private const int OctetsPerLine = 75;

    private readonly StringBuilder written = new();

    /// <summary>A value of type TEXT.</summary>
    public ContentLines AddText(string name, string value) => Add(name, Escaped(value));

    /// <summary>A value of another type, which must hold no control character; parameter values may hold anything.</summary>
    public ContentLines Add(string name, string value, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var line = new StringBuilder(name);
        foreach (var parameter in parameters)
            line.Append(';').Append(parameter.Name).Append('=').Append(Quoted(parameter.Value));
        AppendFolded(line.Append(':').Append(value).ToString());
        return this;
    }

    public override string ToString() => written.ToString();

    private void AppendFolded(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > OctetsPerLine)
            {
                written.Append("\r\n ");
                octets = 1;
            }

            octets += rune.Utf8SequenceLength;
            written.Append(rune);
        }

        written.Append("\r\n");
    }

    private static string Escaped(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (var rune in OneLineEnd(value).EnumerateRunes())
            _ = rune.Value switch
            {
                '\n' => text.Append("\\n"),
                '\\' or ';' or ',' => text.Append('\\').Append(rune),
                '\t' => text.Append(rune),
                _ when Rune.IsControl(rune) => text,
                _ => text.Append(rune),
            };
        return text.ToString();
    }

    private static string Quoted(string value)
    {
        // RFC 6868: a quotation mark has no other way into a parameter
        var text = new StringBuilder(value.Length);
        foreach (var rune in OneLineEnd(value).EnumerateRunes())
            _ = rune.Value switch
            {
                '\n' => text.Append("^n"),
                '^' => text.Append("^^"),
                '"' => text.Append("^'"),
                _ when Rune.IsControl(rune) => text,
                _ => text.Append(rune),
            };
        return value.AsSpan().ContainsAny(":;,") ? $"\"{text}\"" : text.ToString();
    }

    // some readers also end a line at these, so none of them may be written as it is
    private static string OneLineEnd(string value) => value.ReplaceLineEndings("\n").Replace('\v', '\n');
}
