using System.Text.Json;
using Microsoft.Playwright;

namespace Portal.Tests.Support.Browsers;

/// <summary>axe-core, run in the page as it stands.</summary>
public static class Axe
{
    private static readonly Lazy<string> Source =
        new(() => File.ReadAllText(Repository.PathOf("Portal.Web", "node_modules", "axe-core", "axe.min.js")));

    /// <summary>Every violation of WCAG 2.2 A and AA and of axe's best practices, a line for each element.</summary>
    public static async Task<IReadOnlyList<string>> AxeAsync(this IPage page)
    {
        // not as a script tag: the content security policy stays on
        await page.EvaluateAsync(Source.Value);
        var result = await page.EvaluateAsync<JsonElement>("() => axe.run().then(result => result.violations)");
        return
        [
            .. from violation in result.EnumerateArray()
               from node in violation.GetProperty("nodes").EnumerateArray()
               select $"{violation.GetProperty("id").GetString()}: {violation.GetProperty("help").GetString()} – {node.GetProperty("html").GetString()}",
        ];
    }
}
