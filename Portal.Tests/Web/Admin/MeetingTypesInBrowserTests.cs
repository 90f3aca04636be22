using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Core.Persistence;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Admin;

[Collection(Browser.Collection)]
[Trait("Req", "C1")]
public sealed class MeetingTypesInBrowserTests(Browser browser) : BrowserTests(browser)
{
    private readonly StaffApp app = new();
    private Uri address = null!;

    [Fact]
    public async Task A_type_with_a_question_is_made_by_keyboard_alone_and_asks_it_when_it_is_booked()
    {
        var page = await OpenAsAdminAsync("/admin/meeting-types/new");

        await page.GetByLabel("Name").FocusAsync();
        await page.Keyboard.TypeAsync("Product tour");
        Assert.Equal("product-tour", await page.GetByLabel("Word in the address").GetAttributeAsync("placeholder"));
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Mara Lindner" }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a question" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Question", new() { Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Which product?");
        // Enter in a field saves; it does not press the first arrow
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".page-notice")).ToContainTextAsync("“Product tour” is ready.");
        await page.GotoAsync("/book/acme");
        await page.GetByRole(AriaRole.Link, new() { Name = "Product tour" }).ClickAsync();
        await page.Locator("a[href*='time=']").First.ClickAsync();
        await Assertions.Expect(page.GetByLabel("Which product?")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Arranging_questions_keeps_the_rest_of_the_form_as_it_is()
    {
        var page = await OpenAsAdminAsync("/admin/meeting-types/new");
        await page.GetByLabel("Name").FillAsync("Kept");
        await page.Locator("summary", new() { HasText = "Limits" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a question" }).ClickAsync();
        await page.GetByLabel("Question", new() { Exact = true }).FillAsync("Removed soon");
        await page.GetByLabel("Answered by").SelectOptionAsync("Choice");
        await Assertions.Expect(page.GetByLabel("Choices, one a line")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove question 1" }).ClickAsync();

        await Assertions.Expect(page.GetByLabel("Question", new() { Exact = true })).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add a question" })).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("Name")).ToHaveValueAsync("Kept");
        await Assertions.Expect(page.GetByLabel("Visitors in one meeting")).ToBeVisibleAsync();
        Assert.EndsWith("/admin/meeting-types/new", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_is_dragged_to_another_place_which_is_saved_and_the_buttons_move_it_by_keyboard()
    {
        var page = await OpenAsAdminAsync("/admin/meeting-types");
        var names = page.Locator(".type-row h2");
        var (first, second, third) = (await names.Nth(0).TextContentAsync(), await names.Nth(1).TextContentAsync(), await names.Nth(2).TextContentAsync());

        await HoldAboveAsync(page, third!, first!);
        await page.RunAndWaitForResponseAsync(() => page.Mouse.UpAsync(), response => response.Request.Method == "POST");

        // the list is the server's: what stands first cannot be moved up
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Move {third} up" })).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Move {first} up" })).ToHaveCountAsync(1);
        await page.ReloadAsync();
        Assert.Equal([third, first, second], (await names.AllTextContentsAsync()).Take(3));

        await page.GetByRole(AriaRole.Button, new() { Name = $"Move {third} down" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ComeToAsync(address => address.Fragment.StartsWith("#type-", StringComparison.Ordinal));
        Assert.Equal([first, third, second], (await names.AllTextContentsAsync()).Take(3));
    }

    [Fact]
    public async Task A_finger_drags_a_type_by_its_grip_and_scrolls_everywhere_else()
    {
        var page = await OpenAsAdminAsync("/admin/meeting-types", options => (options.HasTouch, options.ViewportSize) = (true, new() { Width = 390, Height = 844 }));
        var finger = await Finger.OnAsync(page);
        var names = page.Locator(".type-row h2");
        var (first, second, third) = (await names.Nth(0).TextContentAsync(), await names.Nth(1).TextContentAsync(), await names.Nth(2).TextContentAsync());

        var grip = (await RowOf(page, second!).Locator("[data-grip]").BoundingBoxAsync())!;
        var place = (await RowOf(page, first!).BoundingBoxAsync())!;
        await finger.DownAsync(grip.X + grip.Width / 2, grip.Y + grip.Height / 2);
        await finger.MoveAsync(grip.X + grip.Width / 2, place.Y + 4);
        await Assertions.Expect(page.Locator(".is-dragged")).ToHaveCountAsync(1);
        await page.RunAndWaitForResponseAsync(finger.UpAsync, response => response.Request.Method == "POST");

        await page.ReloadAsync();
        Assert.Equal([second, first, third], (await names.AllTextContentsAsync()).Take(3));

        var text = (await names.Nth(0).BoundingBoxAsync())!;
        await finger.DownAsync(text.X + 40, text.Y + 8);
        await finger.MoveAsync(text.X + 40, text.Y - 150);
        await finger.UpAsync();
        Assert.InRange(await page.EvaluateAsync<float>("() => scrollY"), 50, 500);
        await Assertions.Expect(page.Locator(".is-dragged")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Escape_puts_a_dragged_type_back_and_whoever_is_signed_out_meanwhile_is_told()
    {
        var page = await OpenAsAdminAsync("/admin/meeting-types");
        var names = page.Locator(".type-row h2");
        var before = await names.AllTextContentsAsync();

        await HoldAboveAsync(page, before[2], before[0]);
        await page.Keyboard.PressAsync("Escape");
        await page.Mouse.UpAsync();
        Assert.Equal(before, await names.AllTextContentsAsync());

        await page.Context.ClearCookiesAsync();
        await HoldAboveAsync(page, before[2], before[0]);
        await page.Mouse.UpAsync();
        await page.ComeToAsync(address => address.AbsolutePath == "/account/sign-in");
    }

    [Theory, Trait("Req", "F9")]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Nothing_is_hard_to_read_or_out_of_reach(int width, ColorScheme colours)
    {
        var id = await app.RunAsync((PortalDbContext db) => db.MeetingTypes.Where(type => type.Slug == "workshop").Select(type => type.Id).SingleAsync());
        var page = await OpenAsAdminAsync("/admin/meeting-types", options =>
        {
            options.ViewportSize = new() { Width = width, Height = 844 };
            options.ColorScheme = colours;
        });

        foreach (var path in new[] { "/admin/meeting-types", "/admin/meeting-types/new", $"/admin/meeting-types/{id}", $"/admin/meeting-types/{id}/delete", "/admin/settings/booking" })
        {
            await page.GotoAsync(path);
            await page.LooksRightAsync(path);
        }
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        address = app.Listen();
        await app.StartAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await app.DisposeAsync();
    }

    /// <summary>Takes a row by its grip and holds it over the upper half of another.</summary>
    private static async Task HoldAboveAsync(IPage page, string name, string other)
    {
        var grip = (await RowOf(page, name).Locator("[data-grip]").BoundingBoxAsync())!;
        var place = (await RowOf(page, other).BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(grip.X + grip.Width / 2, grip.Y + grip.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(grip.X + grip.Width / 2, place.Y + 4, new() { Steps = 4 });
        await Assertions.Expect(page.Locator(".is-dragged")).ToHaveCountAsync(1);
    }

    private static ILocator RowOf(IPage page, string name) => page.Locator(".type-row", new() { Has = page.Locator("h2", new() { HasText = name }) });

    private async Task<IPage> OpenAsAdminAsync(string path, Action<BrowserNewContextOptions>? change = null)
    {
        var emil = await OpenAsync(address, change);
        await SignInAsync(emil, StaffApp.Admin);
        await emil.Page.GotoAsync(path);
        return emil.Page;
    }
}
