using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary>
/// Every button: <c>&lt;submit-button busy="Booking…"&gt;Book Tue 14:00&lt;/submit-button&gt;</c>, <c>&lt;button kind="danger"&gt;</c>,
/// <c>&lt;a kind="secondary" asp-page="…"&gt;</c>.
/// </summary>
[HtmlTargetElement("submit-button")]
[HtmlTargetElement("button", Attributes = "kind")]
[HtmlTargetElement("a", Attributes = "kind")]
public sealed class ButtonTagHelper : TagHelper
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["primary"] = "btn btn-primary",
        ["secondary"] = "btn",
        ["quiet"] = "btn btn-ghost",
        ["danger"] = "btn btn-soft btn-error",
    };

    /// <summary>primary (one a view), secondary, quiet, or danger for what cannot be undone.</summary>
    public string? Kind { get; set; }

    public string? Icon { get; set; }

    /// <summary>What the button says while its form (with <c>data-busy</c>) is on the way.</summary>
    public string? Busy { get; set; }

    /// <summary>As wide as what it stands in.</summary>
    public bool Wide { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var submits = context.TagName == "submit-button";
        var kind = Kind ?? (submits ? "primary" : "secondary");
        if (!Kinds.TryGetValue(kind, out var cssClass))
            throw new InvalidOperationException($"There is no button of kind “{kind}”. Known: {string.Join(", ", Kinds.Keys)}.");

        output.MergeClass(Wide ? $"{cssClass} btn-block" : cssClass);
        if (submits)
        {
            output.TagName = "button";
            output.Attributes.SetAttribute("type", "submit");
        }
        else if (output.TagName == "button" && !output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "button");
        }

        if (Busy is not null)
            output.Attributes.SetAttribute("data-busy-label", Busy);
        if (Icon is not null)
            output.PreContent.SetHtmlContent(IconSheet.Icon(Icon));
    }
}
