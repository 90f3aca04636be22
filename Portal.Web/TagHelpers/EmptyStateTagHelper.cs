using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary><c>&lt;empty-state icon="calendar" title="Nothing booked yet"&gt;…the next step…&lt;/empty-state&gt;</c></summary>
[HtmlTargetElement("empty-state")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public required string Icon { get; set; }

    public required string Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.MergeClass("empty-state");
        output.Content.SetHtmlContent(IconSheet.Icon(Icon));

        var title = new TagBuilder("p");
        title.AddCssClass("empty-state-title");
        title.InnerHtml.Append(Title);
        output.Content.AppendHtml(title);
        output.Content.AppendHtml(content);
    }
}
