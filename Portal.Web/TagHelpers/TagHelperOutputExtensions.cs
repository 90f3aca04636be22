using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

internal static class TagHelperOutputExtensions
{
    /// <summary>Puts a tag helper's own classes before the ones the page wrote.</summary>
    public static void MergeClass(this TagHelperOutput output, string cssClass)
    {
        var written = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(written) ? cssClass : $"{cssClass} {written}");
    }
}
