using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Journeys;

/// <summary>Whole stories in a real browser, against a portal that serves on a port and runs its jobs.</summary>
public abstract class JourneyTests(Browser browser) : BrowserTests(browser)
{
    protected const string VisitorName = "Vera Novak";
    protected const string VisitorEmail = "vera@visitor.test";

    protected PortalApp Portal { get; } = new() { RunJobs = true };

    protected Uri Address { get; private set; } = null!;

    public override Task InitializeAsync()
    {
        Address = Portal.Listen();
        return base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await Portal.DisposeAsync();
    }

    /// <summary>From the article's link to the confirmation: the first time that is open.</summary>
    /// <returns>The address of the visitor's own page.</returns>
    protected static async Task<string> BookFromArticleAsync(Person visitor)
    {
        var page = visitor.Page;
        await page.GotoAsync("/demo/help-article");
        await page.GetByRole(AriaRole.Link, new() { Name = "Book a 30-minute call" }).ClickAsync();
        await page.Locator("a.time").First.ClickAsync();
        await page.GetByLabel("Your name").FillAsync(VisitorName);
        await page.GetByLabel("Your email").FillAsync(VisitorEmail);
        await page.GetByLabel("What is it about?").FillAsync("The reset link never arrives.");
        await page.Locator("#details button[type=submit]").ClickAsync();
        await page.ComeToAsync(address => address.AbsolutePath.StartsWith("/meetings/", StringComparison.Ordinal));
        return new Uri(page.Url).AbsolutePath;
    }

    /// <summary>Opens the mail the visitor got and returns the address behind its Join button.</summary>
    protected static async Task<string> ReadJoinLinkAsync(Person visitor)
    {
        var page = visitor.Page;
        var invitation = page.Locator("tr", new() { HasText = VisitorEmail }).GetByRole(AriaRole.Link).First;
        for (var look = 0; look < 30; look++)
        {
            await page.GotoAsync("/dev/mail");
            if (await invitation.CountAsync() > 0)
                break;
            await page.WaitForTimeoutAsync(500);
        }

        await invitation.ClickAsync();
        var join = page.FrameLocator("iframe").GetByRole(AriaRole.Link, new() { Name = "Join", Exact = false }).First;
        return (await join.GetAttributeAsync("href"))!;
    }

    /// <summary>Follows the join link and comes to the door.</summary>
    protected static async Task EnterWaitingRoomAsync(Person visitor, string joinLink)
    {
        await visitor.Page.GotoAsync(joinLink);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#door[data-turn=Waiting]")).ToBeVisibleAsync();
    }

    protected static ILocator RowOf(Person host, string name) =>
        host.Page.Locator(".waiting-row", new() { HasText = name });

    /// <summary>Lets the visitor in. The button also names them, for those who hear it.</summary>
    protected static Task AdmitAsync(Person host) =>
        RowOf(host, VisitorName).GetByRole(AriaRole.Button, new() { Name = $"Admit {VisitorName}", Exact = true }).ClickAsync();

    /// <summary>Passes the preview and joins the call.</summary>
    protected static async Task JoinCallAsync(Person person)
    {
        await person.Page.ComeToAsync(address => address.AbsolutePath.EndsWith("/call", StringComparison.Ordinal));
        await person.Page.Locator("[data-join]").ClickAsync();
        await Assertions.Expect(person.Page.Locator("[data-stage]")).ToBeVisibleAsync();
    }

    /// <summary>The picture of the other side has a size and its time goes on.</summary>
    protected static async Task SeesTheOtherAsync(Person person)
    {
        const string playing = "() => [...document.querySelectorAll('[data-tiles] video')].some(video => video.videoWidth > 0 && video.currentTime > 0 && !video.paused)";
        const string time = "() => Math.max(...[...document.querySelectorAll('[data-tiles] video')].map(video => video.currentTime))";
        await person.Page.WaitForFunctionAsync(playing, null, new() { Timeout = 30_000 });
        var before = await person.Page.EvaluateAsync<double>(time);
        await person.Page.WaitForTimeoutAsync(1_500);
        var after = await person.Page.EvaluateAsync<double>(time);
        Assert.True(after > before, $"The picture stands still at {after} s.");
    }

    protected Task<Booking> BookingOfVisitorAsync() => Portal.RunAsync((PortalDbContext db) =>
        db.Bookings.AsNoTracking().SingleAsync(booking => booking.VisitorEmail == VisitorEmail));

    /// <summary>The minute between being declined and asking again, gone by.</summary>
    protected Task CoolDownAsync() => Portal.RunAsync((PortalDbContext db) =>
        db.Participants.Where(row => row.Admission == Admission.Declined).ExecuteUpdateAsync(row => row.SetProperty(one => one.RetryAt, (NodaTime.Instant?)null)));

    protected async Task BecomesAsync(BookingStatus status)
    {
        for (var look = 0; look < 50; look++)
        {
            if ((await BookingOfVisitorAsync()).Status == status)
                return;
            await Task.Delay(200);
        }

        Assert.Equal(status, (await BookingOfVisitorAsync()).Status);
    }
}
