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

    [Fact]
    [Trait("Promise", "P8")]
    public async Task Where_less_motion_is_asked_for_what_changes_is_there_at_once()
    {
        await using var pages = await BarePages.StartAsync();
        var page = (await OpenAsync(pages.Address)).Page;
        await page.GotoAsync("/dev/components");

        // as a stylesheet that comes late changes it; a transition would show what was before for another frame
        Assert.Equal("40px, 0 under way", await page.EvaluateAsync<string>("""
            () => {
              const main = document.querySelector('main');
              getComputedStyle(main).paddingTop;
              main.style.paddingTop = '40px';
              return `${getComputedStyle(main).paddingTop}, ${document.getAnimations().length} under way`;
            }
            """));
    }

    [Fact]
    [Trait("Promise", "P8")]
    public async Task The_choice_of_colours_has_its_place_before_it_has_come_whole()
    {
        await using var pages = await BarePages.StartAsync();
        var page = (await OpenAsync(pages.Address)).Page;
        await page.GotoAsync("/");

        var (whole, begun) = (await PlaceAsync(), await PlaceAsync("document.querySelectorAll('.theme-switch button').forEach(button => button.remove());"));

        Assert.Equal(whole, begun);

        async Task<string> PlaceAsync(string first = "") =>
            await page.EvaluateAsync<string>($"() => {{ {first} return JSON.stringify(document.querySelector('.theme-switch').getBoundingClientRect()); }}");
    }

    // links inside a sentence are as high as their line; everything else that is pressed has 44 px
    private static async Task<string[]> SmallTargetsAsync(IPage page) => await page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('button, input:not([type=hidden]):not([type=checkbox]), select, textarea, summary, nav a, a[class], .link-list a')]
          .filter(e => e.checkVisibility() && !e.matches('.skip-link') && (e.offsetHeight < 44 || e.offsetWidth < 36))
          .map(e => `${e.outerHTML.slice(0, 80)} ${e.offsetWidth}x${e.offsetHeight}`)
        """);
}
