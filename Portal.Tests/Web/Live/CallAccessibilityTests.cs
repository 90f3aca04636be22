using Microsoft.Playwright;
using NodaTime;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Support.Calls;

namespace Portal.Tests.Web.Live;

[Collection(Browser.Collection)]
public sealed class CallAccessibilityTests(Browser browser, CallApp app) : CallScene(browser, app), IClassFixture<CallApp>
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [Trait("Req", "F9")]
    public async Task The_page_has_no_fault_that_axe_can_find_in_any_phase(int width, ColorScheme scheme)
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenLobbyAsHostAsync(meeting, options =>
        {
            options.ViewportSize = new() { Width = width, Height = 800 };
            options.ColorScheme = scheme;
        });
        await Assertions.Expect(host.Page.Locator("[data-lobby]")).Not.ToHaveAttributeAsync("aria-busy", "true");
        Assert.Equal("", string.Join("; ", await host.Page.AxeAsync()));

        await host.Page.Locator("[data-join]").ClickAsync();
        await OpenCallAsVisitorAsync(meeting);
        await ExpectPictureAsync(host.Page);
        await host.Page.Locator("[data-panel-toggle=people]").ClickAsync();
        Assert.Equal("", string.Join("; ", await host.Page.AxeAsync()));

        await host.Page.Locator("[data-panel-toggle=people]").ClickAsync();
        await host.Page.Locator("[data-end]").ClickAsync();
        Assert.Equal("", string.Join("; ", await host.Page.AxeAsync()));
        await host.Page.GetByRole(AriaRole.Button, new() { Name = "End for everyone" }).ClickAsync();
        await Assertions.Expect(host.Page.GetByRole(AriaRole.Heading, new() { Name = "The call has ended" })).ToBeVisibleAsync();
        Assert.Equal("", string.Join("; ", await host.Page.AxeAsync()));
    }
}
