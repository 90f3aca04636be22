using Microsoft.Playwright;
using Portal.Tests.Support;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Dashboard.Calendar;

[Collection(Browser.Collection)]
[Trait("Req", "C1")]
public sealed class CalendarInBrowserTests(Browser browser) : BrowserTests(browser)
{
    private readonly StaffApp app = new();
    private BookedMeeting meeting = null!;

    [Theory]
    [InlineData("week", "2026-01-06", "2026-01-07", "2026-01-05")]
    [InlineData("month", "2026-01-06", "2026-01-07", "2026-01-05")]
    public async Task Arrow_keys_go_from_day_to_day_and_enter_opens_the_meeting(string view, string day, string next, string first)
    {
        var page = (await OpenCalendarAsync($"?view={view}")).Page;
        await Entry(page).FocusAsync();

        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal(next, await FocusedDayAsync(page));
        await page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal(day, await FocusedDayAsync(page));
        await page.Keyboard.PressAsync("Home");
        Assert.Equal(first, await FocusedDayAsync(page));
        await Entry(page).FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#sheet-title")).ToHaveTextAsync("Nadia Rahman");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#sheet")).ToBeHiddenAsync();
        await Assertions.Expect(Entry(page)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task In_a_day_the_arrow_keys_go_from_meeting_to_meeting()
    {
        await app.BookAsync("2026-01-06T11:00", draft => draft.Name = "Later Visitor");
        var page = (await OpenCalendarAsync("?view=day&date=2026-01-06")).Page;
        await Entry(page).FocusAsync();

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("#sheet-title")).ToHaveTextAsync("Later Visitor");
    }

    [Fact]
    public async Task Pages_turn_by_key_and_by_link_and_back_goes_back()
    {
        var page = (await OpenCalendarAsync("?view=week&date=2026-01-06")).Page;
        await Entry(page).FocusAsync();

        await page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("12–18 Jan 2026");
        Assert.EndsWith("?view=week&date=2026-01-12", page.Url, StringComparison.Ordinal);
        await page.Locator(".cal-views a", new() { HasText = "Month" }).ClickAsync();
        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("January 2026");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("12–18 Jan 2026");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("5–11 Jan 2026");
        await Assertions.Expect(Entry(page)).ToBeVisibleAsync();
    }

    [Fact]
    [Trait("Req", "B15")]
    public async Task A_meeting_dragged_to_another_day_and_time_is_moved_once_that_is_confirmed()
    {
        var page = (await OpenCalendarAsync("?view=week&date=2026-01-06")).Page;

        await DragAsync(page, "2026-01-07", "13:00");

        await Assertions.Expect(page.GetByLabel("Day", new() { Exact = true }).Last).ToHaveValueAsync("2026-01-07");
        await Assertions.Expect(page.GetByLabel("Time", new() { Exact = true })).ToHaveValueAsync("13:00");
        Assert.Equal(World.At("2026-01-06T09:00"), (await app.FindBookingAsync(meeting.Id)).StartsAt);
        await page.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();

        await Assertions.Expect(page.Locator(".page-notice")).ToContainTextAsync("was moved");
        await Assertions.Expect(page.Locator("[data-column='2026-01-07']").Locator($"#entry-{meeting.Id}")).ToBeVisibleAsync();
        Assert.Equal(World.At("2026-01-07T13:00"), (await app.FindBookingAsync(meeting.Id)).StartsAt);
    }

    [Fact]
    [Trait("Req", "B15")]
    public async Task A_finger_that_rests_on_a_meeting_drags_it()
    {
        var page = (await OpenCalendarAsync("?view=week&date=2026-01-06", options => options.HasTouch = true)).Page;
        var finger = await Finger.OnAsync(page);
        var from = (await Entry(page).BoundingBoxAsync())!;

        await finger.DownAsync(from.X + 30, from.Y + 5);
        await Assertions.Expect(page.Locator(".entry-dragged")).ToHaveCountAsync(1);
        var (x, y) = await PlaceAsync(page, "2026-01-07", "13:00");
        await finger.MoveAsync(x, y);
        Assert.Equal(0, await ScrolledAsync(page));
        await finger.UpAsync();

        await Assertions.Expect(page.GetByLabel("Day", new() { Exact = true }).Last).ToHaveValueAsync("2026-01-07");
        await Assertions.Expect(page.GetByLabel("Time", new() { Exact = true })).ToHaveValueAsync("13:00");
    }

    [Fact]
    [Trait("Req", "B15")]
    public async Task A_finger_that_goes_on_at_once_scrolls_and_moves_nothing()
    {
        var page = (await OpenCalendarAsync("?view=week&date=2026-01-06", options => (options.HasTouch, options.ViewportSize) = (true, new() { Width = 1024, Height = 500 }))).Page;
        var finger = await Finger.OnAsync(page);
        var from = (await Entry(page).BoundingBoxAsync())!;

        await finger.DownAsync(from.X + 30, from.Y + 5);
        await finger.MoveAsync(from.X + 30, from.Y - 120);
        await finger.UpAsync();

        Assert.InRange(await ScrolledAsync(page), 50, 500);
        await Assertions.Expect(page.Locator(".entry-dragged, .entry-ghost")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#sheet")).ToBeHiddenAsync();
    }

    [Fact]
    [Trait("Req", "F3")]
    public async Task Dropped_outside_of_what_is_offered_it_asks_before_it_moves()
    {
        var person = await OpenCalendarAsync("?view=week&date=2026-01-06");
        person.Expect("422");
        var page = person.Page;

        await DragAsync(page, "2026-01-07", "08:15");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#sheet .notice-warning")).ToContainTextAsync("The whole meeting must fit into them");
        await page.LooksRightAsync("a move outside of what is offered");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move anyway" }).ClickAsync();

        await Assertions.Expect(page.Locator(".page-notice")).ToContainTextAsync("was moved");
        Assert.Equal(World.At("2026-01-07T08:15"), (await app.FindBookingAsync(meeting.Id)).StartsAt);
    }

    [Fact]
    public async Task Without_JavaScript_a_meeting_is_found_opened_and_moved()
    {
        var person = await OpenCalendarAsync("?view=month", options => options.JavaScriptEnabled = false);
        person.Expect("422");
        var page = person.Page;

        await Entry(page).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Move" }).ClickAsync();
        await page.Locator("#Input_Date").FillAsync("2026-01-07");
        await page.Locator("#Input_Time").FillAsync("19:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Move anyway" }).ClickAsync();

        await Assertions.Expect(page.Locator(".page-notice")).ToContainTextAsync("was moved");
        Assert.Equal(World.At("2026-01-07T19:00"), (await app.FindBookingAsync(meeting.Id)).StartsAt);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [Trait("Req", "F9")]
    public async Task No_view_has_a_barrier_or_scrolls_sideways(int width, ColorScheme colours)
    {
        var page = (await OpenCalendarAsync("", options =>
        {
            options.ViewportSize = new() { Width = width, Height = 844 };
            options.ColorScheme = colours;
        })).Page;
        foreach (var url in new[] { "/dashboard/calendar?view=month", "/dashboard/calendar?view=day&date=2026-01-06", $"/dashboard/bookings/{meeting.Id}", $"/dashboard/bookings/{meeting.Id}/move", "/dashboard", "/dashboard/calendar" })
        {
            await page.GotoAsync(url);
            await page.LooksRightAsync(url);
        }

        await Entry(page).ClickAsync();
        await page.Locator("#sheet-title").WaitForAsync();
        await page.LooksRightAsync("a meeting opened in the calendar");
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        app.Listen();
        await app.StartAsync();
        meeting = await app.BookAsync("2026-01-06T09:00", draft => draft.Name = "Nadia Rahman");
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await app.DisposeAsync();
    }

    private async Task<Person> OpenCalendarAsync(string query, Action<BrowserNewContextOptions>? change = null)
    {
        var mara = await OpenAsync(new Uri(app.Settings["Portal:BaseUrl"]), change);
        await SignInAsync(mara, StaffApp.Mara);
        await mara.Page.GotoAsync("/dashboard/calendar" + query);
        return mara;
    }

    private ILocator Entry(IPage page) => page.Locator($"#entry-{meeting.Id}");

    private static Task<string> FocusedDayAsync(IPage page) =>
        page.EvaluateAsync<string>("document.activeElement.closest('[data-column]').dataset.column");

    // by its top, so that it comes to stand at that time
    private async Task DragAsync(IPage page, string day, string time)
    {
        var from = (await Entry(page).BoundingBoxAsync())!;
        var (x, y) = await PlaceAsync(page, day, time);
        await page.Mouse.MoveAsync(from.X + 30, from.Y + 5);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 40, from.Y + 30);
        await page.Mouse.MoveAsync(x, y, new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }

    private static async Task<(float X, float Y)> PlaceAsync(IPage page, string day, string time)
    {
        var track = (await page.Locator($"[data-column='{day}'] .day-track").BoundingBoxAsync())!;
        var hour = (await page.Locator($"[data-time='{time[..3]}00']").EvaluateAsync<float>("row => row.offsetTop"))
            + int.Parse(time[3..], System.Globalization.CultureInfo.InvariantCulture) / 60f
            * (await page.EvaluateAsync<float>("() => { const [a, b] = document.querySelectorAll('[data-time]'); return b.offsetTop - a.offsetTop; }"));
        return (track.X + 30, track.Y + hour + 6);
    }

    private static Task<float> ScrolledAsync(IPage page) => page.EvaluateAsync<float>("() => scrollY");
}
