using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Portal.Core.Availability;

namespace Portal.Tests.Web.Book;

/// <summary>What the booking page costs the database and the line.</summary>
[Trait("Promise", "P8")]
public sealed class BookingPageWeightTests(VisitorApp app) : IClassFixture<VisitorApp>
{
    // a month and a day full of times, the most there is to show
    private const string Fullest = VisitorApp.IntroCall + "?date=2026-02-03&article=reset-password&zone=America/New_York";

    [Theory]
    [InlineData(Fullest)]
    [InlineData(VisitorApp.IntroCall + "/slots?date=2026-02-03")]
    [InlineData(VisitorApp.IntroCall + "?time=2026-02-03T10:00:00Z")]
    public async Task Warm_it_takes_one_query_at_most_and_none_within_a_second(string url)
    {
        using var client = app.NewClient();
        await client.GetAsync(url);

        Assert.Empty(app.QueriesOf(await client.GetAsync(url)));
        app.Clock!.Advance(AvailabilityCache.TrustedFor);
        Assert.Single(app.QueriesOf(await client.GetAsync(url)));
    }

    [Fact]
    public async Task Its_HTML_weighs_at_most_8_kilobytes()
    {
        using var client = app.NewClient();
        var html = await client.Http.GetStringAsync(Fullest);

        Assert.Contains("cal-selected", html, StringComparison.Ordinal);
        Assert.InRange(Gzipped(Encoding.UTF8.GetBytes(html)), 1, 8 * 1024);
    }

    [Fact]
    public async Task Its_scripts_weigh_at_most_20_kilobytes_together()
    {
        using var client = app.NewClient();
        var page = await client.GetDocumentAsync(Fullest);

        var scripts = page.QuerySelectorAll("script[src]")
            .Concat(page.QuerySelectorAll<IHtmlTemplateElement>("template[data-late]").SelectMany(late => late.Content.QuerySelectorAll("script[src]")))
            .ToList();
        Assert.Contains(scripts, script => script.GetAttribute("src")!.Contains("htmx", StringComparison.Ordinal));
        var sum = 0L;
        foreach (var script in scripts)
            sum += Gzipped(await client.Http.GetByteArrayAsync(script.GetAttribute("src")));

        Assert.InRange(sum, 1, 20 * 1024);
    }

    [Fact]
    public async Task Before_it_is_painted_it_fetches_a_stylesheet_and_what_fetches_the_scripts_later()
    {
        using var client = app.NewClient();
        var page = await client.GetDocumentAsync(Fullest);

        Assert.NotEmpty(page.QuerySelectorAll("svg.icon > path"));
        var fetched = page.QuerySelectorAll("link[rel=stylesheet], script[src], img[src], use[href]")
            .Select(element => Path.GetFileName(element.GetAttribute("href") ?? element.GetAttribute("src"))!.Split('.')[0]);
        Assert.Equal(["site", "late"], fetched);
    }

    private static long Gzipped(byte[] content)
    {
        using var gzipped = new MemoryStream();
        using (var gzip = new GZipStream(gzipped, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return gzipped.Length;
    }
}
