using Microsoft.Playwright;
using Portal.Tests.Support;
using Portal.Tests.Support.Browsers;
using Portal.Web.Pages.Book;

namespace Portal.Tests.Web.Book;

/// <summary>Every view with nothing but a keyboard: wwwroot/js/calendar-keys.js in a real browser.</summary>
[Trait("Req", "C1")]
[Trait("Req", "F9")]
[Collection(Browser.Collection)]
public sealed class CalendarKeysTests(Browser browser) : BrowserTests(browser)
{
    private const string Page = VisitorApp.IntroCall;

    private readonly VisitorApp app = new();
    private IPage page = null!;
    private Uri address = null!;

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
    public async Task A_time_is_chosen_and_booked_in_the_week_and_Back_returns_to_it()
    {
        await page.ArriveAsync(Page + "?date=2026-01-07");
        await TabToAsync(page.Locator(".cal-views a", new() { HasTextString = "Week" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("5–11 Jan 2026");
        await TabToAsync(page.Locator(".week [tabindex='0']"));
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("Home");

        await PressAsync("ArrowRight", Time("2026-01-06T09:00"), "ArrowDown", Time("2026-01-06T09:15"), "ArrowRight", Time("2026-01-07T09:15"), "End", Time("2026-01-07T16:30"));
        await PressAsync("ArrowDown", Time("2026-01-08T09:00"), "ArrowUp", Time("2026-01-07T16:30"), "Home", Time("2026-01-07T09:00"), "ArrowLeft", Time("2026-01-06T09:00"));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByLabel("Your name")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator(".week a.time[aria-current]")).ToHaveTextAsync("09:00");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#details")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("5–11 Jan 2026");
        await page.GoForwardAsync();

        await page.GetByLabel("Your name").FocusAsync();
        await page.Keyboard.TypeAsync("Vera Visitor");
        await page.GetByLabel("Your email").FocusAsync();
        await page.Keyboard.TypeAsync("vera@visitor.test");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".moment")).ToContainTextAsync("Tue 6 January");
    }

    [Fact]
    public async Task Beyond_the_edge_of_a_week_the_next_one_comes_at_the_same_hour()
    {
        await page.ArriveAsync(Page + "?view=week&date=2026-01-07");
        await Time("2026-01-09T11:00").FocusAsync();

        await PressAsync("ArrowRight", Time("2026-01-12T11:00"));
        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("12–18 Jan 2026");
        await PressAsync("ArrowLeft", Time("2026-01-09T11:00"), "PageDown", Time("2026-01-16T11:00"), "PageUp", Time("2026-01-09T11:00"));
        await PressAsync("End", Time("2026-01-09T16:30"), "ArrowDown", Time("2026-01-12T08:00"), "ArrowUp", Time("2026-01-09T16:30"));

        await Assertions.Expect(page.Locator(".week [tabindex='0']")).ToHaveCountAsync(1);
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("12–18 Jan 2026");
    }

    [Fact]
    public async Task A_time_is_chosen_in_the_day_and_the_next_day_comes_beyond_its_end()
    {
        await page.ArriveAsync(Page + "?view=day&date=2026-01-08");
        await TabToAsync(Time("2026-01-08T09:00"));

        await PressAsync("ArrowRight", Time("2026-01-08T09:15"), "ArrowDown", Time("2026-01-08T10:30"), "ArrowDown", Time("2026-01-08T11:30"), "ArrowDown", Time("2026-01-08T12:30"), "Home", Time("2026-01-08T12:00"), "End", Time("2026-01-08T12:45"));
        await PressAsync("PageDown", Time("2026-01-09T12:45"), "PageUp", Time("2026-01-08T12:45"));
        await Time("2026-01-08T16:30").FocusAsync();
        await PressAsync("ArrowDown", Time("2026-01-09T09:00"), "ArrowLeft", Time("2026-01-08T16:30"));
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByLabel("Your name")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#details button[type=submit]")).ToHaveTextAsync("Book Thu 8 Jan, 16:30");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("Thu 8 January");
    }

    [Fact]
    public async Task A_day_without_times_leads_on_to_the_next_that_has_some()
    {
        await page.ArriveAsync(Page + "?view=day&date=2026-01-09");
        await Time("2026-01-09T16:30").FocusAsync();

        await page.Keyboard.PressAsync("ArrowDown");

        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("Sat 10 January");
        await Assertions.Expect(page.Locator(".cal-none a")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("Mon 12 January");
        await Assertions.Expect(page.Locator("#period")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Beyond_the_edge_of_a_month_the_focus_goes_to_the_day_it_was_on_its_way_to()
    {
        await page.ArriveAsync(Page + "?date=2026-01-30");
        await Day("30").FocusAsync();

        await PressAsync("ArrowRight", Day("2"));
        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("February 2026");
        await PressAsync("ArrowLeft", Day("30"));
        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("January 2026");
        await PressAsync("ArrowDown", Day("6"), "ArrowUp", Day("30"), "PageDown", Day("27"), "PageUp", Day("27"));
        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("January 2026");
    }

    [Fact]
    public async Task At_the_ends_of_what_can_be_booked_the_focus_stays()
    {
        await page.ArriveAsync(Page + "?date=2026-01-05");
        await Day("5").FocusAsync();

        await PressAsync("ArrowLeft", Day("5"), "PageUp", Day("5"), "ArrowUp", Day("5"));

        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("January 2026");
    }

    [Fact]
    public async Task Whoever_cannot_see_it_is_told_it_is_a_grid_of_days()
    {
        await page.ArriveAsync(Page + "?view=week&date=2026-01-07");

        var week = page.GetByRole(AriaRole.Grid, new() { Name = "5–11 Jan 2026" });
        await Assertions.Expect(week.GetByRole(AriaRole.Row)).ToHaveCountAsync(7);
        await Assertions.Expect(week.GetByRole(AriaRole.Row, new() { Name = "Tue 6 January" }).GetByRole(AriaRole.Gridcell).First).ToHaveTextAsync("09:00");
        await Assertions.Expect(page.Locator("#says")).ToContainTextAsync("5–11 Jan 2026: ");
    }

    [Fact]
    public async Task On_a_phone_the_week_is_a_list_that_is_read_across()
    {
        page = (await OpenAsync(address, options => options.ViewportSize = new() { Width = 360, Height = 740 })).Page;
        await page.ArriveAsync(Page + "?view=week&date=2026-01-07");
        await Time("2026-01-06T16:30").FocusAsync();

        await PressAsync("ArrowRight", Time("2026-01-07T09:00"), "ArrowRight", Time("2026-01-07T09:15"), "ArrowDown", Time("2026-01-07T11:00"), "ArrowLeft", Time("2026-01-07T10:45"));

        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    private ILocator Time(string at) => page.Locator($"[data-keys] a.time[href*='time={Uri.EscapeDataString(SlotQuery.Write(World.At(at)))}']");

    private ILocator Day(string number) => page.Locator("a.cal-day").GetByText(number, new() { Exact = true });

    private async Task TabToAsync(ILocator target)
    {
        for (var presses = 0; presses < 30; presses++)
        {
            if (await target.EvaluateAsync<bool>("element => element === document.activeElement"))
                return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail("It cannot be reached by Tab.");
    }

    /// <param name="steps">A key, where the focus is then, and so on.</param>
    private async Task PressAsync(params object[] steps)
    {
        foreach (var step in steps.Chunk(2))
        {
            await page.Keyboard.PressAsync((string)step[0]);
            await Assertions.Expect((ILocator)step[1]).ToBeFocusedAsync();
        }
    }
}
