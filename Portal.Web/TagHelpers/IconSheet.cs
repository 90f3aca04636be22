using System.Collections.Frozen;
using Microsoft.AspNetCore.Html;

namespace Portal.Web.TagHelpers;

/// <summary>The icons that frontend/icons.mjs collects, drawn into the page: nothing more is fetched before it is painted.</summary>
public static class IconSheet
{
    private static readonly FrozenDictionary<string, HtmlString> Icons = Read();

    /// <summary>One icon. It is hidden from assistive technology: the words beside it, or the control's label, say the same.</summary>
    public static IHtmlContent Icon(string name, string? cssClass = null)
    {
        if (!Icons.TryGetValue(name, out var icon))
            throw new InvalidOperationException($"There is no icon “{name}”. Pages name those of lucide, in quotes.");
        return cssClass is null ? icon : new HtmlString(icon.Value!.Replace("class=\"icon\"", $"class=\"icon {cssClass}\"", StringComparison.Ordinal));
    }

    private static FrozenDictionary<string, HtmlString> Read()
    {
        using var lines = new StreamReader(typeof(IconSheet).Assembly.GetManifestResourceStream("icons.txt")!);
        var icons = new Dictionary<string, HtmlString>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            icons[line[..space]] = new($"<svg class=\"icon\" aria-hidden=\"true\" viewBox=\"0 0 24 24\">{line.AsSpan(space + 1)}</svg>");
        }
        return icons.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
