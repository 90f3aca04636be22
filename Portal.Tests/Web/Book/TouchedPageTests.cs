using System.Collections.Concurrent;
using Microsoft.Playwright;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Book;

/// <summary>The calendar fetches its scripts when somebody touches the page (wwwroot/js/late.js), and works before they are there.</summary>
[Trait("Promise", "P8")]
[Collection(Browser.Collection)]
public sealed class TouchedPageTests(Browser browser) : BrowserTests(browser)
{
    private const string FirstWeek = VisitorApp.IntroCall + "?date=2026-01-06";

    private readonly VisitorApp app = new();
    private readonly ConcurrentQueue<string> fetched = new();
    private IPage page = null!;
    private Uri address = null!;

    public override async Task InitializeAsync()
    {
        address = app.Listen();
        page = await VisitAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData("pointer")]
    [InlineData("finger")]
    [InlineData("key")]
    [InlineData("focus")]
    [InlineData("scroll")]
    public async Task Its_scripts_are_fetched_when_somebody_touches_it_and_not_before(string touch)
    {
        await OpenUntouchedAsync(FirstWeek);
        Assert.Equal(["late", "return", "theme", "zone"], fetched.Order(StringComparer.Ordinal));

        await (touch switch
        {
            "pointer" => page.Mouse.MoveAsync(300, 300),
            "finger" => page.Touchscreen.TapAsync(5, 5),
            "key" => page.Keyboard.PressAsync("Shift"),
            "focus" => Day("8").FocusAsync(),
            _ => page.EvaluateAsync("scrollBy(0, 20)"),
        });

        await page.HasScriptsAsync();
        Assert.Equal(["booking", "busy", "calendar-keys", "hold", "htmx"], fetched.Except(["late", "return", "theme", "zone"]).Order(StringComparer.Ordinal));
        Assert.Equal(9, fetched.Count);
        await Assertions.Expect(page.Locator("table.cal [tabindex='0']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_click_before_they_are_there_follows_its_link()
    {
        // they never come
        await page.RouteAsync("**/htmx*.js", _ => Task.CompletedTask);
        await OpenUntouchedAsync(FirstWeek);
        await page.EvaluateAsync("window.sameDocument = true");

        await Day("8").ClickAsync();

        await Assertions.Expect(page.Locator("#chosen")).ToHaveTextAsync("Thu 8 January");
        Assert.EndsWith("?date=2026-01-08#times", page.Url, StringComparison.Ordinal);
        Assert.Null(await page.EvaluateAsync<bool?>("window.sameDocument"));
        Assert.Contains("htmx", fetched);
    }

    [Fact]
    public async Task The_browsers_own_zone_is_shown_before_anybody_touches_it()
    {
        page = await VisitAsync("America/New_York");
        await OpenUntouchedAsync(FirstWeek);

        await Assertions.Expect(page.Locator(".zone-line")).ToContainTextAsync("New York time");
        await Assertions.Expect(page.Locator("a.time").First).ToHaveTextAsync("03:00");
        Assert.EndsWith("?date=2026-01-06", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("htmx", fetched);

        // and what was fetched for it is as alive as the rest
        await page.Mouse.MoveAsync(300, 300);
        await page.HasScriptsAsync();
        await page.EvaluateAsync("window.sameDocument = true");
        await Day("8").ClickAsync();
        await Assertions.Expect(page.Locator("#chosen")).ToHaveTextAsync("Thu 8 January");
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument"));
    }

    [Fact]
    public async Task Whoever_is_faster_than_the_times_of_their_zone_keeps_the_focus()
    {
        page = await VisitAsync("America/New_York");
        var focused = new TaskCompletionSource();
        await page.RouteAsync("**/slots*", async route =>
        {
            await focused.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(FirstWeek);
        await Day("8").FocusAsync();
        await page.HasScriptsAsync();
        focused.SetResult();

        await Assertions.Expect(page.Locator(".zone-line")).ToContainTextAsync("New York time");
        await Assertions.Expect(Day("8")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task After_a_reload_Back_still_turns_back()
    {
        await page.ArriveAsync(FirstWeek);
        await Day("8").ClickAsync();
        await Assertions.Expect(page.Locator("#chosen")).ToHaveTextAsync("Thu 8 January");

        await page.ReloadAsync();
        await page.HasScriptsAsync();
        await page.GoBackAsync();

        await Assertions.Expect(page.Locator("#chosen")).ToHaveTextAsync("Tue 6 January");
    }

    [Theory]
    [InlineData("&time=2026-01-06T10:00:00Z")]
    [InlineData("&zones=1")]
    public async Task A_form_and_the_search_for_a_zone_have_theirs_from_the_start(string open)
    {
        await page.GotoAsync(FirstWeek + open);

        await page.HasScriptsAsync();
        Assert.Contains("htmx", fetched);
    }

    private async Task<IPage> VisitAsync(string zone = "Europe/Berlin")
    {
        var opened = (await OpenAsync(address, options => (options.TimezoneId, options.HasTouch) = (zone, true))).Page;
        opened.Request += (_, request) =>
        {
            if (request.ResourceType == "script")
                fetched.Enqueue(Path.GetFileName(new Uri(request.Url).AbsolutePath).Split('.')[0]);
        };
        return opened;
    }

    private async Task OpenUntouchedAsync(string url)
    {
        await page.GotoAsync(url);
        await page.WaitForFunctionAsync("() => document.cookie.includes('portal.zone')");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private ILocator Day(string number) => page.Locator("a.cal-day").GetByText(number, new() { Exact = true });
}
