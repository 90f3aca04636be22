using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Tests.Support;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Book;

/// <summary>What wwwroot/js/hold.js does while a form is open, and when it is left.</summary>
[Trait("Req", "F4")]
[Collection(Browser.Collection)]
public sealed class HoldScriptTests(Browser browser) : BrowserTests(browser)
{
    private static readonly string Eleven = VisitorApp.TimeLink("2026-01-06T11:00");

    private readonly VisitorApp app = new();
    private Uri address = null!;
    private IPage page = null!;

    public override async Task InitializeAsync()
    {
        address = app.Listen();
        page = (await OpenAsync(address)).Page;
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task An_open_form_says_how_long_its_time_is_kept_and_counts_down()
    {
        await page.ArriveAsync(Eleven);

        await Assertions.Expect(page.Locator("[data-hold-text]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("kept for you for (5:00|4:5\\d)"));
        await Assertions.Expect(page.Locator("[data-hold-text]")).ToContainTextAsync("for 4:5");
        Assert.Equal(1, await HeldAsync());
    }

    [Fact]
    [Trait("Promise", "P8")]
    public async Task Nothing_moves_under_the_finger_when_it_is_told()
    {
        await page.AddInitScriptAsync("""
            window.moved = [];
            new PerformanceObserver(list => {
              for (const shift of list.getEntries())
                for (const { node } of shift.sources)
                  if ((node?.closest ? node : node?.parentElement)?.closest('form')) window.moved.push(node.outerHTML ?? node.textContent);
            }).observe({ type: 'layout-shift', buffered: true });
            """);

        await page.ArriveAsync(Eleven);
        await Assertions.Expect(page.Locator("[data-hold-text]")).ToContainTextAsync("for 4:5");

        Assert.Empty(await page.EvaluateAsync<string[]>("() => window.moved"));
    }

    [Fact]
    public async Task Going_back_to_the_times_gives_it_back_and_another_time_is_held_instead()
    {
        await page.ArriveAsync(VisitorApp.IntroCall + "?date=2026-01-06");
        await page.GetByRole(AriaRole.Link, new() { Name = "11:00", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-hold-text]")).ToContainTextAsync("kept for you");

        await page.GetByRole(AriaRole.Link, new() { Name = "All times" }).ClickAsync();
        await Assertions.Expect(page.Locator(".times-grid").First).ToBeVisibleAsync();
        await UntilAsync(async () => await HeldAsync() == 0);

        await page.GetByRole(AriaRole.Link, new() { Name = "12:00", Exact = true }).ClickAsync();
        await UntilAsync(async () => await HeldAsync() == 1);
    }

    [Fact]
    public async Task Leaving_the_page_gives_it_back()
    {
        await page.ArriveAsync(Eleven);
        await UntilAsync(async () => await HeldAsync() == 1);

        await page.GotoAsync("/book/acme");

        await UntilAsync(async () => await HeldAsync() == 0);
    }

    [Fact]
    public async Task A_second_tab_of_the_same_browser_may_have_it_and_another_browser_may_not()
    {
        await page.ArriveAsync(Eleven);
        await UntilAsync(async () => await HeldAsync() == 1);

        var tab = await page.Context.NewPageAsync();
        await tab.ArriveAsync(new Uri(address, Eleven).ToString());
        await Assertions.Expect(tab.Locator("[data-hold-text]")).ToContainTextAsync("kept for you");

        var other = (await OpenAsync(address)).Page;
        await other.ArriveAsync(Eleven);
        await Assertions.Expect(other.GetByText("is no longer free").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_hold_that_ran_out_says_so_and_can_be_renewed()
    {
        await page.ArriveAsync(Eleven);
        await Assertions.Expect(page.Locator("[data-hold-text]")).ToContainTextAsync("kept for you");

        await page.EvaluateAsync("const now = performance.now.bind(performance); performance.now = () => now() + 301000");
        await Assertions.Expect(page.Locator("[data-hold-text]")).ToContainTextAsync("no longer kept");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep it again" }).ClickAsync();

        await Assertions.Expect(page.Locator("[data-hold-text]")).ToContainTextAsync("kept for you for");
    }

    [Fact]
    public async Task Booking_uses_the_hold_up()
    {
        await page.ArriveAsync(Eleven);
        await UntilAsync(async () => await HeldAsync() == 1);
        await page.GetByLabel("Your name").FillAsync("Vera");
        await page.GetByLabel("Your email").FillAsync("vera@visitor.test");

        await page.GetByRole(AriaRole.Button, new() { Name = "Book Tue 6 Jan, 11:00" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You’re booked" })).ToBeVisibleAsync();
        Assert.Equal(0, await HeldAsync());
        Assert.Equal(1, await app.ReadAsync(db => db.ClaimSeats.CountAsync(seat => seat.BookingId != null && seat.Claim!.MeetingStartsAt == World.At("2026-01-06T11:00"))));
    }

    private Task<int> HeldAsync() => app.ReadAsync(db => db.ClaimSeats.CountAsync(seat => seat.HeldUntil != null));

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            if (await holds())
                return;
            await Task.Delay(100);
        }

        Assert.Fail("It did not come to that within ten seconds.");
    }
}
