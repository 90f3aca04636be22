using System.Net;
using AngleSharp.Html.Parser;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

public class FrontDoorTests
{
    [Fact]
    public async Task While_developing_the_front_door_leads_to_the_demo()
    {
        await using var pages = await BarePages.StartAsync();

        var html = await pages.Client.GetStringAsync("/");

        Assert.Equal(
            ["/demo/help-article", "/book/acme", "/dev/mail", "/account/sign-in"],
            new HtmlParser().ParseDocument(html).QuerySelectorAll(".demo a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task In_production_there_is_no_demo()
    {
        await using var pages = await BarePages.StartAsync("Production");

        Assert.Empty(new HtmlParser().ParseDocument(await pages.Client.GetStringAsync("/")).QuerySelectorAll(".demo"));
        Assert.Equal(HttpStatusCode.NotFound, (await pages.Client.GetAsync("/demo/help-article")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await pages.Client.GetAsync("/dev/components")).StatusCode);
    }

    [Fact]
    public async Task A_pasted_link_is_opened_and_a_wrong_one_is_explained_beside_the_field()
    {
        await using var pages = await BarePages.StartAsync();

        var opened = await pages.Client.GetAsync("/?Open=acme%2Fintro-call");
        Assert.Equal("/book/acme/intro-call", opened.Headers.Location?.OriginalString);

        var refused = await pages.Client.GetAsync("/?Open=hm+hm");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var field = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync()).QuerySelector("#Open")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Equal("hm hm", field.GetAttribute("value"));
    }

    [Fact]
    public async Task The_help_article_carries_a_plain_link_that_remembers_it()
    {
        await using var pages = await BarePages.StartAsync();

        var article = new HtmlParser().ParseDocument(await pages.Client.GetStringAsync("/demo/help-article"));

        var link = article.QuerySelector("a[href='/book/acme/intro-call?article=reset-password']")!;
        Assert.Equal("Book a 30-minute call", link.TextContent.Trim());
    }
}
