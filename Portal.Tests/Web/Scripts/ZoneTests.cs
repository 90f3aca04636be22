using Microsoft.Playwright;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Scripts;

[Trait("Req", "C1")]
[Collection(Browser.Collection)]
public class ZoneTests(Browser browser) : ScriptTests(browser)
{
    private readonly List<string> asked = [];

    protected override BrowserNewContextOptions Options => new() { TimezoneId = "Asia/Kolkata" };

    [Fact]
    public async Task Times_rendered_for_another_zone_are_fetched_again_with_the_browsers_zone_in_a_cookie()
    {
        await OpenAsync("Europe/Berlin");

        await Assertions.Expect(Page.Locator("#times")).ToHaveTextAsync("14:30");
        Assert.Equal(["portal.zone=Asia%2FCalcutta"], asked);
    }

    [Fact]
    public async Task A_browser_without_Temporal_tells_its_zone_too()
    {
        await Page.AddInitScriptAsync("delete globalThis.Temporal");

        await OpenAsync("Europe/Berlin");

        await Assertions.Expect(Page.Locator("#times")).ToHaveTextAsync("14:30");
        Assert.Equal(["portal.zone=Asia%2FCalcutta"], asked);
    }

    [Fact]
    public async Task Times_in_the_right_zone_are_left_alone_by_whichever_of_its_names()
    {
        await OpenAsync("Asia/Kolkata");

        Assert.Empty(asked);
        Assert.Contains(await Page.Context.CookiesAsync(), c => c is { Name: "portal.zone", Value: "Asia%2FCalcutta", SameSite: SameSiteAttribute.Lax, Path: "/" });
    }

    [Fact]
    public async Task A_zone_chosen_by_hand_stays()
    {
        await Page.GotoAsync("/");
        await Page.EvaluateAsync("document.cookie = 'portal.zone.chosen=Europe%2FLisbon; path=/'");

        await OpenAsync("Europe/Lisbon");

        Assert.Empty(asked);
        Assert.DoesNotContain(await Page.Context.CookiesAsync(), c => c.Name == "portal.zone");
    }

    private async Task OpenAsync(string renderedFor)
    {
        await AnswerAsync("/times", async route =>
        {
            asked.Add((await route.Request.AllHeadersAsync())["cookie"]);
            await Html(route, "<div id='times'>14:30</div>");
        });
        await ShowAsync($"<div id='times' data-zone='{renderedFor}' data-browser-zone-url='/times'>10:00</div>");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }
}
