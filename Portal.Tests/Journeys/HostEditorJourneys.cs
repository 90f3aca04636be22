using Microsoft.Playwright;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Web;

namespace Portal.Tests.Journeys;

/// <summary>A host at their own hours, with a keyboard, and as axe sees it.</summary>
[Collection(Browser.CallCollection)]
[Trait("Req", "C1")]
public sealed class HostEditorJourneys(Browser browser) : BrowserTests(browser)
{
    private readonly StaffApp app = new();

    public static TheoryData<int, ColorScheme> Views => new()
    {
        { 1280, ColorScheme.Light }, { 1280, ColorScheme.Dark }, { 390, ColorScheme.Light }, { 390, ColorScheme.Dark },
    };

    [Fact]
    public async Task A_week_is_changed_previewed_explained_and_saved_with_the_keyboard_alone()
    {
        var page = (await SignedInAsync()).Page;
        await page.GotoAsync("/dashboard/availability");
        var before = await page.Locator("#preview [role=status]").TextContentAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Add hours on Sunday" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Sunday, from")).ToHaveValueAsync("09:00");
        await Assertions.Expect(page.Locator("#preview [role=status]")).ToContainTextAsync("not saved yet");
        Assert.NotEqual(before, await page.Locator("#preview [role=status]").TextContentAsync());

        await page.Locator("#preview a[aria-label^='Tue 6 January, 10:00']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".why-answer")).ToContainTextAsync("Tue 6 Jan, 10:00 is not offered");
        await Assertions.Expect(page.Locator(".why-answer")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#why-time")).ToHaveValueAsync("10:00");

        await page.GetByLabel("Date", new() { Exact = true }).FillAsync("2026-01-11");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".why-answer")).ToContainTextAsync("With what you have not saved yet");
        await Assertions.Expect(page.Locator(".why-answer")).ToContainTextAsync("This time is offered.");

        await page.GetByLabel("Sunday, from").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".page-notice")).ToContainTextAsync("The usual week is saved.");
        await Assertions.Expect(page.GetByLabel("Sunday, from")).ToHaveValueAsync("09:00");
    }

    [Fact]
    [Trait("Req", "D1")]
    public async Task A_session_is_offered_with_the_keyboard_alone()
    {
        var page = (await SignedInAsync()).Page;
        await page.GotoAsync("/dashboard/sessions");

        await page.GetByLabel("Date").FillAsync("2026-01-10");
        await page.GetByLabel("Start").FillAsync("18:00");
        await page.GetByLabel("End").FillAsync("18:45");
        await page.GetByLabel("Price").FillAsync("49");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".page-notice")).ToContainTextAsync("is on offer for 49.00 EUR");
    }

    [Theory]
    [MemberData(nameof(Views))]
    [Trait("Req", "F9")]
    public async Task A_host_meets_no_barrier_in_any_editor(int width, ColorScheme colours)
    {
        var mara = await SignedInAsync(options =>
        {
            options.ViewportSize = new() { Width = width, Height = 844 };
            options.ColorScheme = colours;
        });
        foreach (var path in new[]
        {
            "/dashboard/availability", "/dashboard/availability/dates?date=2026-01-06", "/dashboard/availability/why?date=2026-01-06&time=10:00",
            "/dashboard/sessions", "/dashboard/profile", "/book/acme/with/mara-lindner",
        })
        {
            await mara.Page.GotoAsync(path);
            await mara.Page.LooksRightAsync(path);
        }
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        app.Listen();
        await app.StartAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await app.DisposeAsync();
    }

    private async Task<Person> SignedInAsync(Action<BrowserNewContextOptions>? change = null)
    {
        var mara = await OpenAsync(new Uri(app.Settings["Portal:BaseUrl"]), change);
        await SignInAsync(mara, StaffApp.Mara);
        return mara;
    }
}
