using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Tests.Support;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Meetings;

/// <summary>One's own picture while waiting: wwwroot/js/preview.js.</summary>
[Trait("Req", "B4")]
[Collection(Browser.Collection)]
public sealed class PreviewTests(Browser browser) : BrowserTests(browser)
{
    private readonly VisitorApp app = new();
    private Uri address = null!;
    private BookedVisit visit = null!;

    public override async Task InitializeAsync()
    {
        address = app.Listen();
        visit = await app.BookForCallerAsync("2026-01-06T11:00");
        app.Time.Set(World.At("2026-01-06T10:50"));
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Where_the_browser_was_told_before_the_picture_comes_by_itself_and_goes_on_request()
    {
        var page = (await OpenAsync(address)).Page;
        await page.GotoAsync(visit.Page + "/waiting");

        await Assertions.Expect(page.Locator("[data-mirror]")).ToHaveAttributeAsync("data-state", "on");
        Assert.True(await page.Locator("[data-mirror-video]").EvaluateAsync<bool>("video => video.srcObject.getVideoTracks()[0].readyState === 'live'"));
        await Assertions.Expect(page.Locator("[data-mirror-level]")).ToHaveAttributeAsync("style", new Regex("--level: (1|0\\.[0-9]*[1-9])"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Turn off" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-mirror]")).ToHaveAttributeAsync("data-state", "off");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Test camera and microphone" })).ToBeFocusedAsync();
    }

    [Fact, Trait("Req", "D9")]
    public async Task A_camera_that_is_denied_is_explained_and_not_needed()
    {
        var person = await OpenAsync(address, options => options.Permissions = []);
        // the browser of the tests would grant everything
        await person.Context.AddInitScriptAsync("""
            navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
            navigator.permissions.query = () => Promise.resolve({ state: 'denied' });
            """);
        await person.Page.GotoAsync(visit.Page + "/waiting");
        await Assertions.Expect(person.Page.Locator("[data-mirror-problems]")).ToBeEmptyAsync();

        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Test camera and microphone" }).ClickAsync();
        await Assertions.Expect(person.Page.Locator("[data-mirror-problems]")).ToContainTextAsync("Your browser does not let this page use your camera and microphone");
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeVisibleAsync();

        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "You are next" })).ToBeVisibleAsync();
    }
}
