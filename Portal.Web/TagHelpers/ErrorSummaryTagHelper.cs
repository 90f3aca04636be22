using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary><c>&lt;error-summary /&gt;</c> at the head of a form: what is wrong with it, each line leading to its field. Nothing when all is well.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper(IHtmlGenerator generator) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage)))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.MergeClass("notice notice-error");
        output.Attributes.SetAttribute("role", "alert");
        // whoever sent the form is taken to what is wrong with it, also below the fold and without JavaScript
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute(new TagHelperAttribute("autofocus"));
        output.Content.SetHtmlContent(IconSheet.Icon("circle-alert"));

        var list = new TagBuilder("ul");
        list.AddCssClass("notice-body");
        foreach (var (key, message) in errors)
        {
            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(key.Length == 0 ? Text(message) : Link(key, message));
            list.InnerHtml.AppendHtml(item);
        }
        output.Content.AppendHtml(list);
    }

    private static TagBuilder Text(string message)
    {
        var span = new TagBuilder("span");
        span.InnerHtml.Append(message);
        return span;
    }

    private TagBuilder Link(string key, string message)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(key, generator.IdAttributeDotReplacement);
        link.InnerHtml.Append(message);
        return link;
    }
}
