using System.IO.Compression;
using AngleSharp.Html.Parser;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>What every public page brings along, as a browser with gzip receives it.</summary>
[Trait("Promise", "P8")]
public class WeightTests
{
    [Fact]
    public async Task The_stylesheet_weighs_at_most_12_kilobytes() =>
        Assert.InRange(await GzippedAsync("link[href^='/css/site']", "href"), 1, 12 * 1024);

    [Fact]
    public async Task All_scripts_together_weigh_at_most_20_kilobytes() =>
        Assert.InRange(await GzippedAsync("script[src]", "src"), 1, 20 * 1024);

    private static async Task<long> GzippedAsync(string selector, string attribute)
    {
        await using var pages = await BarePages.StartAsync();
        var page = new HtmlParser().ParseDocument(await pages.Client.GetStringAsync("/dev/components"));
        var sum = 0L;
        foreach (var element in page.QuerySelectorAll(selector))
        {
            using var gzipped = new MemoryStream();
            await using (var gzip = new GZipStream(gzipped, CompressionLevel.Optimal, leaveOpen: true))
                await gzip.WriteAsync(await pages.Client.GetByteArrayAsync(element.GetAttribute(attribute)));
            sum += gzipped.Length;
        }
        return sum;
    }
}
