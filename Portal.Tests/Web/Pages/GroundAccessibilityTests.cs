using Microsoft.Playwright;
using Portal.Tests.Support;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Pages;

[Trait("Req", "F9")]
[Collection(Browser.Collection)]
public class GroundAccessibilityTests(Browser browser) : BrowserTests(browser)
{
    [Theory]
    [InlineData("/"), InlineData("/dev/components"), InlineData("/dev/components?shell=staff"), InlineData("/demo/help-article"), InlineData("/error/404")]
    public async Task Nothing_is_hard_to_read_or_out_of_reach_on_desktop_and_phone_in_light_and_dark(string address)
    {
        await using var pages = await BarePages.StartAsync();
        foreach (var width in new[] { 1280, 390, 320 })
            foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                var person = await OpenAsync(pages.Address, options =>
                {
                    options.ViewportSize = new() { Width = width, Height = 844 };
                    options.ColorScheme = colours;
                });
                person.Expect("404");

                await person.Page.GotoAsync(address);

                await person.Page.LooksRightAsync(address);
                Assert.Empty(await SmallTargetsAsync(person.Page));
                // a page that polls would go on asking after its server has stopped
                await person.Page.GotoAsync("about:blank");
            }
    }

    // links inside a sentence are as high as their line; everything else that is pressed has 44 px
    private static async Task<string[]> SmallTargetsAsync(IPage page) => await page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('button, input:not([type=hidden]):not([type=checkbox]), select, textarea, summary, nav a, a[class], .link-list a')]
          .filter(e => e.checkVisibility() && !e.matches('.skip-link') && (e.offsetHeight < 44 || e.offsetWidth < 36))
          .map(e => `${e.outerHTML.slice(0, 80)} ${e.offsetWidth}x${e.offsetHeight}`)
        """);
}
