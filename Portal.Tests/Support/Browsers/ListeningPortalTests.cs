using Portal.Tests.Support.Http;

namespace Portal.Tests.Support.Browsers;

[Collection(Browser.Collection)]
public sealed class ListeningPortalTests(Browser browser) : BrowserTests(browser)
{
    [Fact]
    public async Task A_browser_reaches_the_portal_with_its_styles_and_scripts()
    {
        await using var app = new PortalApp();
        await using var vera = await OpenAsync(app.Listen());

        await vera.Page.GotoAsync("/");

        Assert.True(await vera.Page.EvaluateAsync<bool>(
            "() => document.styleSheets.length > 0 && [...document.styleSheets].every(sheet => sheet.cssRules.length > 0)"));
        Assert.Equal(0, await vera.Page.EvaluateAsync<int>(
            "() => performance.getEntriesByType('resource').filter(entry => entry.responseStatus >= 400).length"));
    }
}
