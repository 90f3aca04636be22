using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Portal.Web.TagHelpers;

/// <summary>The sheet of icons that frontend/icons.mjs writes, under its fingerprinted address where there is one.</summary>
public static class IconSheet
{
    private const string Path = "lib/icons.svg";

    public static string Url(HttpContext http)
    {
        var assets = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{http.Request.PathBase}/{assets?[Path] ?? Path}";
    }

    /// <summary>One icon. It is hidden from assistive technology: the words beside it, or the control's label, say the same.</summary>
    public static IHtmlContent Icon(HttpContext http, string name, string? cssClass = null)
    {
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{Url(http)}#{name}";
        var svg = new TagBuilder("svg");
        svg.Attributes["class"] = cssClass is null ? "icon" : $"icon {cssClass}";
        svg.Attributes["aria-hidden"] = "true";
        svg.InnerHtml.AppendHtml(use);
        return svg;
    }
}
