using Microsoft.Playwright;
using Portal.Core.Bookings;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web;

/// <summary>axe on everything a visitor can meet.</summary>
[Trait("Req", "F9")]
[Collection(Browser.Collection)]
public sealed class VisitorAccessibilityTests(Browser browser) : BrowserTests(browser)
{
    private readonly VisitorApp app = new();
    private Uri address = null!;
    private BookedVisit visit = null!;

    public override async Task InitializeAsync()
    {
        address = app.Listen();
        visit = await app.BookForCallerAsync("2026-01-06T11:00");
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    public async Task Nothing_is_hard_to_read_or_out_of_reach(int width, ColorScheme colours)
    {
        var person = await OpenAsync(address, options =>
        {
            options.ViewportSize = new() { Width = width, Height = 844 };
            options.ColorScheme = colours;
        });
        person.Expect("status of 422");

        foreach (var path in new[]
        {
            "/book/acme",
            VisitorApp.IntroCall,
            VisitorApp.IntroCall + "?view=week",
            VisitorApp.IntroCall + "?view=day",
            VisitorApp.IntroCall + "?view=day&date=2026-01-10",
            VisitorApp.TimeLink("2026-01-07T11:00") + "&view=week",
            VisitorApp.IntroCall + "?zones=1",
            VisitorApp.IntroCall + "?zones=1&find=united",
            VisitorApp.IntroCall + "?date=2026-01-10",
            VisitorApp.TimeLink("2026-01-06T10:00"),
            VisitorApp.TimeLink("2026-01-07T11:00"),
            visit.Page + "?booked=1",
            visit.Page + "/move",
            VisitorApp.TimeLink("2026-01-07T11:00", visit.Page + "/move"),
            visit.Page + "/cancel",
            visit.Page + "/waiting",
        })
        {
            await person.Page.GotoAsync(path);
            await person.Page.LooksRightAsync(path);
        }

        await person.Page.GotoAsync(VisitorApp.TimeLink("2026-01-07T11:00"));
        await person.Page.Locator("#details button[type=submit]").ClickAsync();
        await Assertions.Expect(person.Page.GetByLabel("Your name")).ToBeFocusedAsync();
        await person.Page.LooksRightAsync("the form with its errors");
    }

    [Fact]
    public async Task Nothing_at_the_door_is_hard_to_read_or_out_of_reach()
    {
        var page = (await OpenAsync(address, options => options.ViewportSize = new() { Width = 390, Height = 844 })).Page;
        app.Time.Set(World.At("2026-01-06T10:50"));
        await page.GotoAsync(visit.Page + "/waiting");
        await page.LooksRightAsync("the open door");

        await page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#door-heading")).ToHaveTextAsync("You are next");
        await page.LooksRightAsync("the queue");

        var host = Actor.Staff((await app.FindBookingAsync(visit)).HostId, "Mara Lindner");
        await app.RunAsync((DeclineParticipant decline) => decline.RunAsync(
            new DeclineParticipantRequest(visit.Holder.OrganizationId, visit.Holder.ParticipantId, "Five minutes, please.", host), default));
        await Assertions.Expect(page.Locator("#door-heading")).ToHaveTextAsync("You were not let in this time");
        await page.LooksRightAsync("a refusal");

        app.Time.Set(World.At("2026-01-06T11:30"));
        await page.GotoAsync(visit.Page + "/waiting");
        await page.LooksRightAsync("a meeting that is over");
    }
}
