using Microsoft.Playwright;
using Portal.Core.Bookings;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Web.Meetings;

/// <summary>What a visitor sees at the door, from too early to too late, and what the host sees of them.</summary>
[Collection(Browser.Collection)]
[Trait("Req", "F9")]
[Trait("Req", "B4")]
public sealed class WaitingStatesTests(Browser browser) : BrowserTests(browser)
{
    private readonly VisitorApp app = new();
    private Uri address = null!;
    private BookedVisit visit = null!;
    private Actor mara = null!;

    [Fact]
    public async Task From_too_early_to_a_late_host_and_another_time()
    {
        var page = (await OpenOnPhoneAsync()).Page;
        await page.GotoAsync(Door);
        await page.LooksRightAsync("door, too early");
        await page.GotoAsync(visit.Page + "/device-check");
        await page.LooksRightAsync("device check");

        app.Time.Set(World.At("2026-01-05T09:25"));
        await page.GotoAsync(Door);
        await page.LooksRightAsync("door, open");
        await EnterAsync(page);
        await ShowsAsync(page, "You are next");
        await page.LooksRightAsync("door, next");

        await app.RunAsync((HoldParticipant hold) => hold.RunAsync(
            new HoldParticipantRequest(visit.Holder.OrganizationId, visit.Holder.ParticipantId, "Two minutes, I am finding your ticket.", mara), default));
        await Assertions.Expect(page.Locator(".door-message")).ToBeVisibleAsync();
        await page.LooksRightAsync("door, a word from the host");

        app.Time.Set(World.At("2026-01-05T09:36"));
        await page.GotoAsync(Door);
        await Assertions.Expect(page.Locator("#door")).ToContainTextAsync("late");
        await page.LooksRightAsync("door, the host is late");
        await page.GotoAsync(visit.Page + "/late-host");
        await page.LooksRightAsync("door, what to do about a late host");
        await page.Locator("button.time").First.ClickAsync();
        await Assertions.Expect(page.Locator(".page-notice, .notice").First).ToContainTextAsync("Your new time is booked");
        await page.LooksRightAsync("booked again first in line");
    }

    [Fact]
    [Trait("Req", "N4")]
    [Trait("Req", "N9")]
    public async Task Turned_away_and_on_a_second_device()
    {
        var laptop = (await OpenOnPhoneAsync()).Page;
        app.Time.Set(World.At("2026-01-05T09:25"));
        await laptop.GotoAsync(Door);
        await EnterAsync(laptop);
        await ShowsAsync(laptop, "You are next");

        var phone = await OpenOnPhoneAsync();
        phone.Expect("422");
        await phone.Page.GotoAsync(Door);
        await phone.Page.LooksRightAsync("door, another device");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Go on with this device" }).ClickAsync();
        await phone.Page.LooksRightAsync("is it you");
        await phone.Page.GetByLabel("Code from the email").FillAsync("000000");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Go on here" }).ClickAsync();
        await phone.Page.Locator("[aria-invalid=true]").WaitForAsync();
        await phone.Page.LooksRightAsync("is it you, a wrong code");

        var host = await OpenAsync(address);
        await SignInAsync(host, "mara@acme.test");
        await host.Page.GotoAsync("/dashboard");
        await Assertions.Expect(host.Page.Locator(".waiting-row", new() { HasText = "Vera Visitor" })).ToBeVisibleAsync();
        await host.Page.LooksRightAsync("dashboard, two wait");

        await app.RunAsync((DeclineParticipant decline) => decline.RunAsync(
            new DeclineParticipantRequest(visit.Holder.OrganizationId, visit.Holder.ParticipantId, "I am still with somebody else.", mara)
            {
                ComeBackAt = World.At("2026-01-05T09:45"),
            }, default));
        await ShowsAsync(laptop, "You were not let in this time");
        await laptop.LooksRightAsync("door, come back later");

        app.Time.Set(World.At("2026-01-05T10:20"));
        await laptop.GotoAsync(Door);
        await laptop.LooksRightAsync("door, over");
    }

    public override async Task InitializeAsync()
    {
        address = app.Listen();
        visit = await app.BookForCallerAsync("2026-01-05T09:30");
        mara = Actor.Staff((await app.FindBookingAsync(visit)).HostId, "Mara Lindner");
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await app.DisposeAsync();
    }

    private string Door => visit.Page + "/waiting";

    private Task<Person> OpenOnPhoneAsync() => OpenAsync(address, options => options.ViewportSize = new() { Width = 390, Height = 844 });

    private static Task EnterAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();

    private static Task ShowsAsync(IPage page, string heading) => Assertions.Expect(page.Locator("#door-heading")).ToHaveTextAsync(heading);
}
