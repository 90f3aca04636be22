using Microsoft.Playwright;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Scripts;

[Collection(Browser.Collection)]
public class ThemeTests(Browser browser) : ScriptTests(browser)
{
    private const string Dark = "rgb(18, 21, 24)";
    private const string Light = "rgb(247, 247, 245)";

    protected override BrowserNewContextOptions Options => new() { ColorScheme = ColorScheme.Light };

    [Fact]
    public async Task The_page_follows_the_system_until_a_choice_is_made_which_then_stays()
    {
        await Page.GotoAsync("/");
        await ShowsAsync(Light);
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await ShowsAsync(Dark);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Light" }).ClickAsync();
        await ShowsAsync(Light);
        await Page.ReloadAsync();
        await ShowsAsync(Light);
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Light" })).ToHaveAttributeAsync("aria-pressed", "true");

        await Page.GetByRole(AriaRole.Button, new() { Name = "As the system" }).ClickAsync();
        await ShowsAsync(Dark);
        Assert.Empty(await Page.Context.CookiesAsync());
    }

    [Fact]
    public async Task Without_scripts_nothing_that_needs_one_is_shown()
    {
        await using var scriptless = await Page.Context.Browser!.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await scriptless.NewPageAsync();
        await Page.GotoAsync("/");
        await page.GotoAsync(Page.Url);

        await Assertions.Expect(page.Locator("[data-theme-switch]")).ToBeHiddenAsync();
    }

    private async Task ShowsAsync(string colour) =>
        await Assertions.Expect(Page.Locator("html")).ToHaveCSSAsync("background-color", colour);
}
