using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Core.Persistence;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Admin;

[Collection(Browser.Collection)]
[Trait("Req", "F1")]
[Trait("Req", "F9")]
public sealed class OutboxInBrowserTests(Browser browser) : BrowserTests(browser)
{
    private const int MostStops = 60;

    private readonly StaffApp app = new();

    [Fact]
    public async Task A_mail_that_was_given_up_is_found_read_opened_and_sent_again_by_keyboard_alone()
    {
        var page = await OpenOutboxAsync();
        var rows = page.Locator("#outbox tbody tr");

        await TabToAsync(page, page.GetByRole(AriaRole.Searchbox));
        await page.Keyboard.TypeAsync("nadia");
        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Searchbox)).ToBeFocusedAsync();

        await TabToAsync(page, page.GetByRole(AriaRole.Radio, new() { Name = "All" }));
        foreach (var state in new[] { "Waiting", "Sent", "Given up" })
        {
            await page.Keyboard.PressAsync("ArrowRight");
            await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = state })).ToBeFocusedAsync();
        }
        await page.ComeToAsync(address => address.PathAndQuery == "/admin/outbox?state=givenup&text=nadia");
        await Assertions.Expect(rows).ToHaveCountAsync(1);

        await TabToAsync(page, page.Locator("#outbox summary"));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("550 5.1.1 no such user")).ToBeVisibleAsync();

        await TabToAsync(page, page.Locator("#outbox .row-link"), "Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Nadia Rahman");
        await page.GoBackAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(1);

        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Send again to Nadia Rahman" }));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".page-notice")).ToContainTextAsync("The email is on its way again.");
        Assert.EndsWith("?state=givenup&text=nadia", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(rows).ToHaveCountAsync(0);
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        app.Listen();
        await app.StartAsync();
        foreach (var (at, name) in new[] { ("2026-01-06T09:00", "Nadia Rahman"), ("2026-01-06T11:00", "Lena Fischer") })
        {
            var meeting = await app.BookAsync(at, draft => draft.Name = name);
            await app.RunAsync((PortalDbContext db) => db.Outbox.Where(mail => mail.ParticipantId == meeting.VisitorId).ExecuteUpdateAsync(set => set
                .SetProperty(mail => mail.FailedAt, app.Time.GetCurrentInstant())
                .SetProperty(mail => mail.Attempts, 1)
                .SetProperty(mail => mail.LastError, "550 5.1.1 no such user")));
        }
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await app.DisposeAsync();
    }

    private async Task<IPage> OpenOutboxAsync()
    {
        var emil = await OpenAsync(new Uri(app.Settings["Portal:BaseUrl"]));
        await SignInAsync(emil, StaffApp.Admin);
        await emil.Page.GotoAsync("/admin/outbox");
        return emil.Page;
    }

    private static async Task TabToAsync(IPage page, ILocator stop, string key = "Tab")
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            await page.Keyboard.PressAsync(key);
            if (await stop.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
        }
        Assert.Fail($"{key} does not lead to {stop}.");
    }
}
