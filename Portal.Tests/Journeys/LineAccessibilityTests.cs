using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Journeys;

/// <summary>Every page from the article to the dashboard, as axe sees it; the call's own phases are in <c>Web/Live</c>.</summary>
[Collection(Browser.CallCollection)]
[Trait("Req", "F9")]
public sealed class LineAccessibilityTests(Browser browser) : JourneyTests(browser)
{
    public static TheoryData<int, ColorScheme> Views => new()
    {
        { 1280, ColorScheme.Light }, { 1280, ColorScheme.Dark }, { 390, ColorScheme.Light }, { 390, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_visitor_meets_no_barrier_from_the_article_to_the_door(int width, ColorScheme colours)
    {
        var visitor = await OpenAsync(width, colours);
        await IsClearAsync(visitor, "/demo/help-article");
        await IsClearAsync(visitor, "/book/acme");
        await IsClearAsync(visitor, "/book/acme/intro-call?zones=1");
        await IsClearAsync(visitor, "/book/acme/intro-call");
        await visitor.Page.Locator("a.time").First.ClickAsync();
        await visitor.Page.GetByLabel("Your name").WaitForAsync();
        await IsClearAsync(visitor);
        visitor.Expect("422");
        await visitor.Page.Locator("#details button[type=submit]").ClickAsync();
        await visitor.Page.Locator("[aria-invalid=true]").First.WaitForAsync();
        await IsClearAsync(visitor);

        var meeting = await BookFromArticleAsync(visitor);
        await IsClearAsync(visitor);
        await IsClearAsync(visitor, meeting);
        await IsClearAsync(visitor, $"{meeting}/move");
        await IsClearAsync(visitor, $"{meeting}/cancel");
        await IsClearAsync(visitor, $"{meeting}/waiting");
        await EnterWaitingRoomAsync(visitor, $"{meeting}/waiting");
        await IsClearAsync(visitor);

        await ReadJoinLinkAsync(visitor);
        await IsClearAsync(visitor);
        await IsClearAsync(visitor, "/dev/mail");
        visitor.Expect("404");
        await IsClearAsync(visitor, "/meetings/no-such-link");
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Staff_meet_no_barrier_at_their_day_and_at_the_bookings(int width, ColorScheme colours)
    {
        var admin = await OpenAsync(width, colours);
        await IsClearAsync(admin, "/account/sign-in");
        await SignInAsync(admin, "ada@acme.test");
        await IsClearAsync(admin, "/dashboard");
        await IsClearAsync(admin, "/dashboard/waiting");
        await IsClearAsync(admin, "/admin/bookings");
        await IsClearAsync(admin, "/admin/bookings?text=nobody-has-this-name");
        foreach (var status in new[] { BookingStatus.Completed, BookingStatus.Confirmed })
        {
            var booking = await Portal.RunAsync((PortalDbContext db) => db.Bookings
                .Where(row => row.Organization!.Slug == DemoData.Acme && row.Status == status).Select(row => row.Id).FirstAsync());
            await IsClearAsync(admin, $"/admin/bookings/{booking}");
            await IsClearAsync(admin, $"/admin/bookings/{booking}/cancel");
        }

        var host = await OpenAsync(width, colours);
        await SignInAsync(host, DemoData.SecondHost);
        await IsClearAsync(host, "/dashboard");
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task Whoever_sets_the_portal_up_meets_no_barrier(int width, ColorScheme colours)
    {
        await using var empty = new PortalApp { Settings = { ["Demo:Enabled"] = "false" } };
        var address = empty.Listen();
        // gone before the portal is: a browser that asks for one more file must not find the door shut
        await using var owner = await base.OpenAsync(address, options => Look(options, width, colours));
        await IsClearAsync(owner, "/setup");
        owner.Expect("422");
        foreach (var (field, value) in new[] { ("Code", "WRONG"), ("Organization", "Northwind"), ("Name", "Nora"), ("Email", "nora@northwind.test"), ("Password", "a long sentence") })
            await owner.Page.Locator($"[name='Input.{field}']").FillAsync(value);
        await owner.Page.Locator("main button[type=submit]").ClickAsync();
        await owner.Page.Locator("[aria-invalid=true]").First.WaitForAsync();
        await IsClearAsync(owner);
    }

    private Task<Person> OpenAsync(int width, ColorScheme colours) => base.OpenAsync(Address, options => Look(options, width, colours));

    private static void Look(BrowserNewContextOptions options, int width, ColorScheme colours)
    {
        options.ViewportSize = new() { Width = width, Height = 844 };
        options.ColorScheme = colours;
    }

    /// <param name="path">Null: the page as it stands.</param>
    private static async Task IsClearAsync(Person person, string? path = null)
    {
        if (path is not null)
            await person.Page.GotoAsync(path);
        await person.Page.LooksRightAsync(new Uri(person.Page.Url).PathAndQuery);
    }
}
