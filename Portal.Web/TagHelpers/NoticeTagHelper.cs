using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary><c>&lt;notice kind="warning" title="…"&gt;…&lt;/notice&gt;</c>: a message about what the person just did or should know here.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    // an error interrupts, a success is read when the reader pauses, the other two are part of the page
    private static readonly Dictionary<string, (string Icon, string? Role)> Kinds = new(StringComparer.Ordinal)
    {
        ["info"] = ("info", null),
        ["success"] = ("circle-check", "status"),
        ["warning"] = ("triangle-alert", null),
        ["error"] = ("circle-alert", "alert"),
    };

    /// <summary>info, success, warning or error.</summary>
    public string Kind { get; set; } = "info";

    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!Kinds.TryGetValue(Kind, out var kind))
            throw new InvalidOperationException($"There is no notice of kind “{Kind}”. Known: {string.Join(", ", Kinds.Keys)}.");

        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.MergeClass($"notice notice-{Kind}");
        if (kind.Role is not null)
            output.Attributes.SetAttribute("role", kind.Role);

        var body = new TagBuilder("div");
        body.AddCssClass("notice-body");
        if (Title is not null)
        {
            var title = new TagBuilder("p");
            title.AddCssClass("notice-title");
            title.InnerHtml.Append(Title);
            body.InnerHtml.AppendHtml(title);
        }
        body.InnerHtml.AppendHtml(content);
        output.Content.SetHtmlContent(IconSheet.Icon(kind.Icon));
        output.Content.AppendHtml(body);
    }
}
