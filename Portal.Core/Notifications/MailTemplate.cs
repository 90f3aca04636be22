using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Core.Notifications;

/// <summary>
/// The words of a mail: an .html and a .txt whose first line is the subject. <c>{{Name}}</c> is a value, encoded in HTML;
/// <c>{{> part}}</c> stands for the file of that name in <c>Frame/</c>. A line with a value that is null is left out.
/// </summary>
internal sealed partial class MailTemplate
{
    private const string SubjectPrefix = "Subject: ";

    private readonly string subject;
    private readonly string text;
    private readonly string html;

    internal MailTemplate(string text, string html)
    {
        var (first, rest) = (text[..text.IndexOf('\n')], text[(text.IndexOf('\n') + 1)..]);
        if (!first.StartsWith(SubjectPrefix, StringComparison.Ordinal))
            throw new InvalidOperationException($"The first line of a mail's .txt is '{SubjectPrefix}…', not '{first}'.");
        subject = first[SubjectPrefix.Length..];
        this.text = rest.TrimStart('\n');
        this.html = html;
    }

    /// <param name="folder">Under <c>Notifications/</c>.</param>
    /// <param name="name">Of the two files, without extension.</param>
    public static MailTemplate Load(string folder, string name) => new(
        WithParts(Read(folder, $"{name}.txt"), "txt"),
        WithParts(Read("Frame", "frame.html").Replace("{{> content}}", Read(folder, $"{name}.html"), StringComparison.Ordinal), "html"));

    /// <exception cref="InvalidOperationException">The template asks for a value that is not among these.</exception>
    public (string Subject, string Text, string Html) Render(IReadOnlyDictionary<string, string?> values)
    {
        var line = OneLine(Fill(subject, values, value => value).TrimEnd('\n'));
        return (line, Fill(text, values, value => value), Fill(html, values, WebUtility.HtmlEncode));
    }

    private static string Fill(string template, IReadOnlyDictionary<string, string?> values, Func<string, string> encode)
    {
        var filled = new StringBuilder(template.Length);
        foreach (var line in template.TrimEnd('\n').Split('\n'))
        {
            var names = Placeholder().Matches(line).Select(match => match.Groups["name"].Value);
            if (names.All(name => ValueOf(name, values) is not null))
                filled.Append(Placeholder().Replace(line, match => encode(values[match.Groups["name"].Value]!))).Append('\n');
        }

        return filled.ToString();
    }

    private static string? ValueOf(string name, IReadOnlyDictionary<string, string?> values) => values.TryGetValue(name, out var value)
        ? value
        : throw new InvalidOperationException($"A mail asks for {{{{{name}}}}}, which has no value. Known: {string.Join(", ", values.Keys)}.");

    private static string WithParts(string template, string extension) =>
        Part().Replace(template, match => Read("Frame", $"{match.Groups["name"].Value}.{extension}").TrimEnd('\n'));

    private static string OneLine(string value) =>
        string.Concat(value.ReplaceLineEndings(" ").Select(character => char.IsControl(character) ? ' ' : character));

    private static string Read(string folder, string file)
    {
        var name = $"{typeof(MailTemplate).Namespace}.{folder}.{file}";
        using var stream = typeof(MailTemplate).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The mail template Notifications/{folder}/{file} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{\{> (?<name>[\w-]+)\}\}")]
    private static partial Regex Part();
}
