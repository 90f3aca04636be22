using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

public class LayoutTests(LayoutTests.Pages pages) : IClassFixture<LayoutTests.Pages>
{
    public sealed class Pages : IAsyncLifetime
    {
        public BarePages Bare { get; private set; } = null!;

        public async Task InitializeAsync() => Bare = await BarePages.StartAsync();

        public async Task DisposeAsync() => await Bare.DisposeAsync();
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("dark", "dark")]
    [InlineData("light", "light")]
    [InlineData("\"><script>", null)]
    public async Task The_chosen_colours_are_in_the_first_byte(string? cookie, string? theme)
    {
        var page = await OpenAsync("/", cookie is null ? null : $"portal.theme={Uri.EscapeDataString(cookie)}");

        Assert.Equal(theme, page.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal(theme ?? "light dark", page.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task A_public_page_sets_no_cookie()
    {
        var response = await pages.Bare.Client.GetAsync("/");

        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Null((await OpenAsync("/")).Body!.GetAttribute("hx-headers:inherited"));
    }

    [Fact]
    public async Task A_page_that_posts_by_htmx_hands_the_token_to_everything_in_it() =>
        Assert.Contains("RequestVerificationToken", (await OpenAsync("/dev/components")).Body!.GetAttribute("hx-headers:inherited"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/"), InlineData("/dev/components"), InlineData("/dev/components?shell=staff"), InlineData("/demo/help-article"), InlineData("/error/404")]
    public async Task No_page_carries_script_or_style_of_its_own(string address)
    {
        var page = await OpenAsync(address);

        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src])"));
        Assert.All(page.All, element => Assert.DoesNotContain(element.Attributes, a => a.Name.StartsWith("on", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("/"), InlineData("/dev/components"), InlineData("/dev/components?shell=staff"), InlineData("/demo/help-article"), InlineData("/error/404")]
    public async Task Every_file_a_page_names_is_there_and_every_icon_is_drawn(string address)
    {
        var page = await OpenAsync(address);
        var files = page.QuerySelectorAll("script[src], link[href], img[src]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!).Distinct();
        foreach (var file in files)
        {
            var response = await pages.Bare.Client.GetAsync(file);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        var icons = page.QuerySelectorAll("svg.icon").ToList();
        Assert.NotEmpty(icons);
        Assert.All(icons, icon => Assert.DoesNotContain(icon.Children, drawn => drawn.LocalName == "use"));
        Assert.All(icons, icon => Assert.NotEmpty(icon.Children));
    }

    [Fact]
    public async Task The_staff_navigation_marks_no_page_it_does_not_know_and_shows_bookings_to_admins()
    {
        var page = await OpenAsync("/dev/components?shell=staff");

        Assert.Equal(["Dashboard", "Calendar", "Availability", "Sessions", "Profile", "Bookings", "Outbox", "Meeting types", "Settings", "Health", "Booking page"], page.QuerySelectorAll(".staff-wide nav a").Select(a => a.TextContent.Trim()));
        Assert.Empty(page.QuerySelectorAll(".staff-wide nav [aria-current]"));
        Assert.Equal("post", page.QuerySelector(".staff-wide form")!.GetAttribute("method"));
    }

    private async Task<IHtmlDocument> OpenAsync(string address, string? cookie = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        var response = await pages.Bare.Client.SendAsync(request);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync());
    }
}
