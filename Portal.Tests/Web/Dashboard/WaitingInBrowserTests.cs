using Microsoft.Playwright;
using Portal.Core.Bookings;
using Portal.Tests.Support;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Dashboard;

/// <summary>The waiting panel as a host has it in front of them: what its scripts do.</summary>
[Collection(Browser.Collection)]
public sealed class WaitingInBrowserTests(Browser browser) : BrowserTests(browser)
{
    private const string CountNotes = """
        window.notes = 0;
        const create = AudioContext.prototype.createOscillator;
        AudioContext.prototype.createOscillator = function () { window.notes++; return create.call(this); };
        """;

    private const string FakeNotifications = """
        window.asked = 0;
        window.told = [];
        window.Notification = class extends EventTarget {
          static permission = 'default';
          static async requestPermission() { window.asked++; return Notification.permission = 'granted'; }
          constructor(title) { super(); window.told.push(title); }
        };
        """;

    private readonly StaffApp app = new();

    [Fact]
    [Trait("Req", "B10")]
    [Trait("Req", "B5")]
    public async Task Somebody_arriving_appears_by_themselves_with_a_sound_and_a_number_in_the_title()
    {
        var page = await OpenDashboardAsync();
        await page.Locator("h1").ClickAsync();

        var meeting = await app.BookAndWaitAsync(draft => draft.Name = "Lena Fischer");

        await Assertions.Expect(Row(page, meeting)).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("(2) Dashboard · Portal");
        await page.WaitForFunctionAsync("window.notes > 0");
    }

    [Fact]
    [Trait("Req", "B10")]
    public async Task The_sound_can_be_switched_off_and_stays_off()
    {
        var page = await OpenDashboardAsync();
        var sound = page.Locator("[data-arrival-sound]");
        await sound.ClickAsync();
        await Assertions.Expect(sound).ToHaveAttributeAsync("aria-pressed", "false");
        await page.ReloadAsync();
        await page.Locator("h1").ClickAsync();

        var meeting = await app.BookAndWaitAsync();
        await Assertions.Expect(Row(page, meeting)).ToBeVisibleAsync();

        await Assertions.Expect(sound).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Equal(0, await page.EvaluateAsync<int>("window.notes"));
    }

    [Fact]
    [Trait("Req", "B3")]
    [Trait("Req", "F9")]
    public async Task A_admits_from_the_focused_row_and_the_focus_goes_to_the_way_into_the_call()
    {
        var meeting = await app.BookAndWaitAsync(draft => draft.Name = "Lena Fischer");
        var page = await OpenDashboardAsync();

        await Row(page, meeting).FocusAsync();
        await page.Keyboard.PressAsync("a");

        await Assertions.Expect(page.Locator(".waiting-news")).ToContainTextAsync("Lena Fischer is let in.");
        await Assertions.Expect(Row(page, meeting)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".waiting-news a")).ToBeFocusedAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("(1) Dashboard · Portal");
        Assert.Equal(Admission.Admitted, (await app.FindVisitorAsync(meeting)).Admission);
    }

    [Fact]
    [Trait("Req", "B3")]
    [Trait("Req", "F9")]
    public async Task R_asks_for_the_reason_which_a_poll_does_not_take_away_and_enter_declines()
    {
        var meeting = await app.BookAndWaitAsync();
        var page = await OpenDashboardAsync();
        await Row(page, meeting).FocusAsync();
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("A minute, please");

        // a minute later every row says another waiting time
        app.Time.Advance(NodaTime.Duration.FromMinutes(1));
        await Assertions.Expect(Row(page, meeting)).ToContainTextAsync("1 min");

        var reason = Row(page, meeting).Locator("input[name=reason]");
        await Assertions.Expect(reason).ToBeFocusedAsync();
        await Assertions.Expect(reason).ToHaveValueAsync("A minute, please");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".waiting-news")).ToContainTextAsync("is told that you cannot meet now");
        Assert.Equal("A minute, please", (await app.FindVisitorAsync(meeting)).RejectionReason);
    }

    [Fact]
    [Trait("Req", "B5")]
    [Trait("Req", "F9")]
    public async Task H_asks_for_patience_while_the_time_waited_ticks_and_the_visitor_s_name_stays_in_reach()
    {
        var meeting = await app.BookAndWaitAsync();
        var page = await OpenDashboardAsync();
        await Assertions.Expect(Row(page, meeting).Locator("[data-ticks]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[1-9][0-9]* s$"));

        await Row(page, meeting).FocusAsync();
        await page.Keyboard.PressAsync("h");
        await Assertions.Expect(Row(page, meeting).Locator("input[name=message]")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Three minutes");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(Row(page, meeting).Locator(".waiting-told")).ToContainTextAsync("Three minutes");
        await Assertions.Expect(Row(page, meeting).Locator("details.patience")).Not.ToHaveAttributeAsync("open", "");
        Assert.Equal("Three minutes", (await app.FindVisitorAsync(meeting)).HostMessage);
    }

    [Fact]
    [Trait("Req", "B10")]
    public async Task Notifications_are_asked_for_on_a_click_only_and_tell_of_arrivals_in_the_background()
    {
        var page = await OpenDashboardAsync(FakeNotifications);
        var notices = page.Locator("[data-arrival-notices]");
        await Assertions.Expect(notices).ToBeVisibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("window.asked"));

        await notices.ClickAsync();
        await Assertions.Expect(notices).ToHaveAttributeAsync("aria-pressed", "true");
        await page.EvaluateAsync("Object.defineProperty(document, 'hidden', { value: true })");
        var meeting = await app.BookAndWaitAsync(draft => draft.Name = "Lena Fischer");

        await Assertions.Expect(Row(page, meeting)).ToBeVisibleAsync();
        Assert.Equal(["Lena Fischer is waiting"], await page.EvaluateAsync<string[]>("window.told"));
        Assert.Equal(1, await page.EvaluateAsync<int>("window.asked"));
    }

    [Fact]
    public async Task The_agenda_shows_a_decision_at_once()
    {
        var meeting = await app.BookAndWaitAsync();
        var page = await OpenDashboardAsync();
        await Assertions.Expect(page.Locator(".next-meeting .pill").First).ToHaveTextAsync("Waiting");

        await Row(page, meeting).Locator("[data-admit]").ClickAsync();

        // sooner than it would have asked by itself
        await Assertions.Expect(page.Locator(".next-meeting .pill").First).ToHaveTextAsync("Confirmed");
    }

    [Fact]
    [Trait("Req", "B3")]
    public async Task A_letter_typed_outside_the_panel_decides_nothing()
    {
        var meeting = await app.BookAndWaitAsync();
        var page = await OpenDashboardAsync();

        await page.Locator("h1").ClickAsync();
        await page.Keyboard.PressAsync("a");
        app.Time.Advance(NodaTime.Duration.FromMinutes(1));
        await Assertions.Expect(Row(page, meeting)).ToContainTextAsync("1 min");

        Assert.Equal(Admission.Waiting, (await app.FindVisitorAsync(meeting)).Admission);
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

    private async Task<IPage> OpenDashboardAsync(string script = "")
    {
        var mara = await OpenAsync(new Uri(app.Settings["Portal:BaseUrl"]));
        await mara.Context.AddInitScriptAsync(CountNotes + script);
        await SignInAsync(mara, StaffApp.Mara);
        await Assertions.Expect(mara.Page.Locator("h1")).ToHaveTextAsync("Hello Mara");
        return mara.Page;
    }

    private static ILocator Row(IPage page, BookedMeeting meeting) => page.Locator($"[data-waiting='{meeting.VisitorId}']");
}
