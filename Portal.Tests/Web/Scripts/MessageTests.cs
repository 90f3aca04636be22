using Microsoft.Playwright;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Scripts;

/// <summary>toast.js and title.js: what a page says about things that happened elsewhere.</summary>
[Trait("Req", "B10")]
[Collection(Browser.Collection)]
public class MessageTests(Browser browser) : ScriptTests(browser)
{
    private ILocator Toast => Page.Locator(".toast");

    [Fact]
    public async Task A_toast_sent_by_the_server_is_shown_as_text_and_leaves_by_itself()
    {
        await Page.Clock.InstallAsync();
        await PressAsync("""{"portal:toast":{"text":"<b>Maya</b> was let in","kind":"success"}}""");
        await Assertions.Expect(Toast).ToHaveTextAsync("<b>Maya</b> was let in");
        await Assertions.Expect(Toast).ToHaveClassAsync("toast notice notice-success");
        await Assertions.Expect(Toast.Locator("svg")).ToHaveCountAsync(2);

        await Page.Clock.FastForwardAsync(7000);

        await Assertions.Expect(Toast).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_warning_stays_until_it_is_closed()
    {
        await Page.Clock.InstallAsync();
        await PressAsync("""{"portal:toast":{"text":"Maya left","kind":"warning"}}""");
        await Assertions.Expect(Toast).ToHaveCountAsync(1);
        await Page.Clock.FastForwardAsync(60_000);

        await Toast.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await Assertions.Expect(Toast).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_refused_request_is_told_and_its_error_page_is_not_put_into_the_fragment()
    {
        await AnswerAsync("/act", route => Html(route, "<h1>Error page</h1>", 500));
        await ShowAsync("<button hx-post='/act' hx-target='#out'>Act</button><div id='out'>before</div>");

        await Page.ClickAsync("main button, body > button");

        await Assertions.Expect(Toast).ToContainTextAsync("That did not work");
        await Assertions.Expect(Page.Locator("#out")).ToHaveTextAsync("before");
    }

    [Fact]
    public async Task The_number_waiting_stands_in_the_tabs_title()
    {
        await AnswerAsync("/queue", route => Html(route, "<p id='queue'>nobody</p>"));
        await ShowAsync("<p id='queue' data-badge='2'>two</p><button hx-get='/queue' hx-target='#queue' hx-swap='outerMorph'>Refresh</button>");
        await Assertions.Expect(Page).ToHaveTitleAsync("(2) Components · Portal");

        await Page.ClickAsync("body > button");

        await Assertions.Expect(Page).ToHaveTitleAsync("Components · Portal");
    }

    private async Task PressAsync(string trigger)
    {
        await AnswerAsync("/act", route => Html(route, "", 204, ("HX-Trigger", trigger)));
        await ShowAsync("<button hx-post='/act' hx-swap='none'>Act</button>");
        await Page.ClickAsync("body > button");
    }
}
