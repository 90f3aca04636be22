using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary><c>&lt;status-badge status="confirmed" /&gt;</c>: a booking's status as icon and word.</summary>
[HtmlTargetElement("status-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatusBadgeTagHelper : TagHelper
{
    private static readonly Dictionary<string, (string Word, string Icon, string Tone)> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pending"] = ("Pending", "hourglass", "warning"),
        ["confirmed"] = ("Confirmed", "circle-check", "success"),
        ["waiting"] = ("Waiting", "clock", "info"),
        ["inprogress"] = ("In progress", "video", "primary"),
        ["completed"] = ("Completed", "check", "neutral"),
        ["cancelled"] = ("Cancelled", "circle-x", "neutral"),
        ["rejected"] = ("Rejected", "ban", "error"),
        ["noshow"] = ("No-show", "user-x", "error"),
        ["expired"] = ("Expired", "timer-off", "neutral"),
    };

    /// <summary>As the API writes it (<c>in_progress</c>) or as the enum is named (<c>InProgress</c>).</summary>
    public required string Status { get; set; }

    /// <summary>The word alone, as the badge writes it.</summary>
    public static string Word(string status) => Find(status).Word;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var shown = Find(Status);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.MergeClass($"pill pill-{shown.Tone}");
        output.Content.AppendHtml(IconSheet.Icon(shown.Icon));
        output.Content.Append(shown.Word);
    }

    private static (string Word, string Icon, string Tone) Find(string status) =>
        Known.TryGetValue(status.Replace("_", "", StringComparison.Ordinal), out var shown)
            ? shown
            : throw new InvalidOperationException($"A booking has no status “{status}”. Known: {string.Join(", ", Known.Keys)}.");
}
