using Microsoft.Playwright;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Admin;

[Collection(Browser.Collection)]
[Trait("Req", "B12")]
public sealed class BookingsInBrowserTests(Browser browser) : BrowserTests(browser)
{
    private readonly StaffApp app = new();

    [Fact]
    public async Task Filters_act_at_once_the_address_keeps_them_and_back_undoes_them()
    {
        await app.BookAsync("2026-01-15T09:00", draft => draft.Name = "Nadia Rahman");
        var page = await OpenBookingsAsync();
        var rows = page.Locator("#bookings tbody tr");
        var all = await rows.CountAsync();

        await page.Locator("label.chip", new() { HasText = "Confirmed" }).ClickAsync();
        await page.ComeToAsync(address => address.PathAndQuery == "/admin/bookings?status=confirmed");
        await page.Locator("input[name=text]").PressSequentiallyAsync("nadia");
        await Assertions.Expect(rows).ToHaveCountAsync(1);

        Assert.EndsWith("/admin/bookings?status=confirmed&text=nadia", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("input[name=text]")).ToBeFocusedAsync();
        await page.ReloadAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("input[name=status]:checked")).ToHaveValueAsync("confirmed");
        while (page.Url.Contains('?', StringComparison.Ordinal))
            await page.GoBackAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(all);
        await Assertions.Expect(page.Locator("input[name=status]:checked")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_booking_is_opened_cancelled_after_a_question_and_says_so()
    {
        var meeting = await app.BookAsync("2026-01-15T09:00", draft => draft.Name = "Nadia Rahman");
        var page = await OpenBookingsAsync();

        await page.Locator($"#booking-{meeting.Id} .row-link").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel the meeting" }).ClickAsync();
        await page.GetByLabel("Reason").FillAsync("Mara is ill.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel the meeting" }).ClickAsync();

        await Assertions.Expect(page.Locator(".page-notice")).ToContainTextAsync("The meeting is cancelled.");
        await Assertions.Expect(page.Locator(".facts .pill")).ToHaveTextAsync("Cancelled");
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

    private async Task<IPage> OpenBookingsAsync()
    {
        var emil = await OpenAsync(new Uri(app.Settings["Portal:BaseUrl"]));
        await SignInAsync(emil, StaffApp.Admin);
        await emil.Page.GotoAsync("/admin/bookings");
        return emil.Page;
    }
}
