using Microsoft.Playwright;
using Portal.Core.Bookings;
using Portal.Tests.Support;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Web;

namespace Portal.Tests.Journeys;

/// <summary>N5: the host does not come, and the visitor is met all the same.</summary>
[Collection(Browser.CallCollection)]
[Trait("Req", "N5")]
[Trait("Req", "B19")]
public sealed class LateHostJourneys(Browser browser) : BrowserTests(browser)
{
    private readonly StaffApp app = new();

    [Fact]
    public async Task A_visitor_whose_host_is_late_is_taken_by_a_free_colleague_and_let_in()
    {
        var meeting = await app.BookAsync("2026-01-05T09:30");
        await app.GiveJonasTimeForIntroCallsAsync();
        app.Time.Set(World.At("2026-01-05T09:30"));
        var visitor = await OpenAsync(new Uri(app.Settings["Portal:BaseUrl"]));
        await visitor.Page.GotoAsync($"/meetings/{meeting.Token}/waiting");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#door")).ToContainTextAsync("with Mara Lindner");
        var jonas = await OpenAsync(new Uri(app.Settings["Portal:BaseUrl"]));
        await SignInAsync(jonas, StaffApp.Jonas);
        var row = jonas.Page.Locator($"[data-waiting='{meeting.VisitorId}']");
        await Assertions.Expect(row).ToContainTextAsync("with Mara Lindner");

        app.Time.Set(World.At("2026-01-05T09:35"));
        await Assertions.Expect(visitor.Page.Locator("#door")).ToContainTextAsync("Mara Lindner is late", new() { Timeout = 15_000 });
        await Assertions.Expect(row).ToContainTextAsync("Mara Lindner is late");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Meet a colleague now" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("#door")).ToContainTextAsync("with Jonas Weber", new() { Timeout = 15_000 });
        await Assertions.Expect(row).ToContainTextAsync("your meeting");
        await row.FocusAsync();
        await jonas.Page.Keyboard.PressAsync("a");
        await visitor.Page.ComeToAsync(address => address.AbsolutePath.EndsWith("/call", StringComparison.Ordinal));

        var booking = await app.FindBookingAsync(meeting.Id);
        Assert.Equal(["Jonas Weber"], booking.Participants.Where(person => person.Role == ParticipantRole.Host).Select(person => person.Name));
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
}
