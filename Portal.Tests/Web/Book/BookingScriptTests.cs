using Microsoft.Playwright;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Book;

/// <summary>What wwwroot/js/booking.js and the fragments make of the page for somebody who sits in front of it.</summary>
[Trait("Req", "C1")]
[Collection(Browser.Collection)]
public sealed class BookingScriptTests(Browser browser) : BrowserTests(browser)
{
    private const string FirstWeek = VisitorApp.IntroCall + "?date=2026-01-06";

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
    public async Task A_day_is_shown_without_a_new_page_keeps_the_focus_and_is_announced()
    {
        await page.ArriveAsync(FirstWeek);
        await page.EvaluateAsync("window.sameDocument = true");

        await Day("8").ClickAsync();

        await Assertions.Expect(page.Locator("#chosen")).ToHaveTextAsync("Thu 8 January");
        await Assertions.Expect(page.Locator("#says")).ToContainTextAsync("Thu 8 January: ");
        await Assertions.Expect(Day("8")).ToBeFocusedAsync();
        Assert.EndsWith("?date=2026-01-08", page.Url, StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("window.sameDocument"));

        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#chosen")).ToHaveTextAsync("Tue 6 January");
    }

    [Fact, Trait("Req", "F9")]
    public async Task The_month_is_one_tab_stop_and_moved_through_by_keys()
    {
        await page.ArriveAsync(FirstWeek);
        await Assertions.Expect(page.Locator("table.cal [tabindex='0']")).ToHaveCountAsync(1);
        await Day("6").FocusAsync();

        foreach (var (key, day) in new[] { ("ArrowRight", "7"), ("ArrowDown", "14"), ("ArrowLeft", "13"), ("ArrowUp", "6"), ("Home", "5"), ("End", "9"), ("ArrowRight", "12") })
        {
            await page.Keyboard.PressAsync(key);
            await Assertions.Expect(Day(day)).ToBeFocusedAsync();
        }

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#chosen")).ToHaveTextAsync("Mon 12 January");
        await page.Keyboard.PressAsync("PageDown");
        await Assertions.Expect(page.Locator("#period")).ToHaveTextAsync("February 2026");
    }

    [Fact]
    public async Task Choosing_a_time_leads_to_the_first_field_and_what_was_typed_survives_another_choice()
    {
        await page.ArriveAsync(FirstWeek);
        await page.Locator("a.time").First.ClickAsync();
        await Assertions.Expect(page.GetByLabel("Your name")).ToBeFocusedAsync();
        await page.GetByLabel("Your name").FillAsync("Vera Visitor");
        await page.GetByLabel("What is it about?").FillAsync("The reset link.");

        await Day("9").ClickAsync();
        await Assertions.Expect(page.Locator("#chosen")).ToHaveTextAsync("Fri 9 January");
        await page.Locator("a.time").Nth(2).ClickAsync();

        await Assertions.Expect(page.Locator("#details button[type=submit]")).ToHaveTextAsync("Book Fri 9 Jan, 09:30");
        await Assertions.Expect(page.GetByLabel("Your name")).ToHaveValueAsync("Vera Visitor");
        await Assertions.Expect(page.GetByLabel("What is it about?")).ToHaveValueAsync("The reset link.");
        await Assertions.Expect(page.GetByLabel("Your email")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task On_a_phone_the_times_of_a_day_come_into_sight()
    {
        var phone = (await OpenAsync(address, options => options.ViewportSize = new() { Width = 390, Height = 700 })).Page;
        await phone.ArriveAsync(FirstWeek);
        await Assertions.Expect(phone.Locator("#chosen")).Not.ToBeInViewportAsync();

        await phone.Locator("a.cal-day", new() { HasTextString = "15" }).ClickAsync();

        await Assertions.Expect(phone.Locator("#chosen")).ToHaveTextAsync("Thu 15 January");
        await Assertions.Expect(phone.Locator("#chosen")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_browsers_own_zone_is_taken_without_being_asked_and_another_can_be_picked()
    {
        var abroad = (await OpenAsync(address, options => options.TimezoneId = "America/New_York")).Page;
        await abroad.ArriveAsync(FirstWeek);
        await Assertions.Expect(abroad.Locator(".zone-line")).ToContainTextAsync("New York time");
        await Assertions.Expect(abroad.Locator("a.time").First).ToHaveTextAsync("03:00");
        Assert.EndsWith("?date=2026-01-06", abroad.Url, StringComparison.Ordinal);

        await abroad.GetByRole(AriaRole.Link, new() { Name = "Change the time zone" }).ClickAsync();
        await Assertions.Expect(abroad.GetByLabel("Your time zone")).ToBeFocusedAsync();
        await abroad.Keyboard.TypeAsync("jap");
        await Assertions.Expect(abroad.Locator(".zone-list li")).ToHaveCountAsync(1);
        await Assertions.Expect(abroad.GetByLabel("Your time zone")).ToHaveValueAsync("jap");
        await abroad.GetByRole(AriaRole.Link, new() { Name = "Tokyo Japan" }).ClickAsync();
        await Assertions.Expect(abroad.Locator(".zone-line")).ToContainTextAsync("Tokyo time");

        await abroad.ArriveAsync(FirstWeek);
        await Assertions.Expect(abroad.Locator(".zone-line")).ToContainTextAsync("Tokyo time");
    }

    private ILocator Day(string number) => page.Locator("a.cal-day").GetByText(number, new() { Exact = true });
}
