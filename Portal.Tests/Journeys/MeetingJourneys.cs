using Microsoft.Playwright;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Journeys;

/// <summary>B19: from an article to a call, and what may come between.</summary>
[Collection(Browser.CallCollection)]
[Trait("Req", "B19")]
public sealed class MeetingJourneys(Browser browser) : JourneyTests(browser)
{
    [Fact]
    [Trait("Req", "B4")]
    [Trait("Req", "D7")]
    [Trait("Req", "X9")]
    public async Task A_visitor_books_from_an_article_waits_is_let_in_and_both_see_and_hear_each_other()
    {
        var visitor = await OpenAsync(Address);
        await BookFromArticleAsync(visitor);
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "You’re booked" })).ToBeVisibleAsync();
        Assert.Equal("reset-password", (await BookingOfVisitorAsync()).Article);

        await EnterWaitingRoomAsync(visitor, await ReadJoinLinkAsync(visitor));
        await BecomesAsync(BookingStatus.Waiting);

        var host = await OpenAsync(Address);
        await SignInAsync(host, DemoData.IntroHost);
        await Assertions.Expect(RowOf(host, VisitorName)).ToContainTextAsync("reset-password");
        await RowOf(host, VisitorName).GetByRole(AriaRole.Button, new() { Name = "Admit" }).ClickAsync();
        await host.Page.Locator("#waiting").GetByRole(AriaRole.Link, new() { Name = "Join" }).ClickAsync();

        await JoinCallAsync(visitor);
        await JoinCallAsync(host);
        await SeesTheOtherAsync(visitor);
        await SeesTheOtherAsync(host);
        await BecomesAsync(BookingStatus.InProgress);

        await host.Page.Locator("[data-end]").ClickAsync();
        await host.Page.GetByRole(AriaRole.Button, new() { Name = "End for everyone" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-farewell]")).ToContainTextAsync("The call has ended");
        await BecomesAsync(BookingStatus.Completed);
    }

    [Fact]
    [Trait("Req", "B10")]
    public async Task A_visitor_who_is_declined_reads_why_asks_again_and_is_let_in()
    {
        var visitor = await OpenAsync(Address);
        await BookFromArticleAsync(visitor);
        await EnterWaitingRoomAsync(visitor, await ReadJoinLinkAsync(visitor));
        var host = await OpenAsync(Address);
        await SignInAsync(host, DemoData.IntroHost);

        var row = RowOf(host, VisitorName);
        await row.Locator("summary", new() { HasText = "Reject" }).ClickAsync();
        await row.GetByLabel("Reason").FillAsync("Two more minutes, please.");
        await row.GetByRole(AriaRole.Button, new() { Name = "Reject now" }).ClickAsync();

        await Assertions.Expect(visitor.Page.GetByText("Two more minutes, please.")).ToBeVisibleAsync();
        await BecomesAsync(BookingStatus.Confirmed);

        var again = visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Request entry again" });
        await Assertions.Expect(again).ToBeDisabledAsync();
        await CoolDownAsync();
        await Assertions.Expect(again).ToBeEnabledAsync(new() { Timeout = 30_000 });
        await again.ClickAsync();
        await RowOf(host, VisitorName).GetByRole(AriaRole.Button, new() { Name = "Admit" }).ClickAsync();

        await visitor.Page.ComeToAsync(address => address.AbsolutePath.EndsWith("/call", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "F9")]
    public async Task A_meeting_is_booked_without_JavaScript()
    {
        var visitor = await OpenAsync(Address, context => context.JavaScriptEnabled = false);
        visitor.Expect("422");
        var page = visitor.Page;
        await page.GotoAsync("/demo/help-article");
        await page.GetByRole(AriaRole.Link, new() { Name = "Book a 30-minute call" }).ClickAsync();
        await page.Locator("a.cal-available").Last.ClickAsync();
        await page.Locator("a.time").Last.ClickAsync();
        await page.GetByLabel("Your name").FillAsync(VisitorName);
        await page.GetByLabel("Your email").FillAsync("not an address");
        await page.Locator("#details button[type=submit]").ClickAsync();

        Assert.Equal(VisitorName, await page.GetByLabel("Your name").InputValueAsync());
        await page.GetByLabel("Your email").FillAsync(VisitorEmail);
        await page.Locator("#details button[type=submit]").ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You’re booked" })).ToBeVisibleAsync();
        var booking = await BookingOfVisitorAsync();
        Assert.Equal((BookingStatus.Confirmed, "reset-password"), (booking.Status, booking.Article));
    }

    [Fact]
    [Trait("Req", "F3")]
    public async Task A_visitor_moves_and_then_cancels_from_the_link()
    {
        var visitor = await OpenAsync(Address);
        var page = visitor.Page;
        var meeting = await BookFromArticleAsync(visitor);
        var before = await BookingOfVisitorAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Move", Exact = true }).ClickAsync();
        await page.Locator("a.cal-available").Last.ClickAsync();
        await page.Locator("a.time").First.ClickAsync();
        await page.Locator("#details button[type=submit]").ClickAsync();
        await page.ComeToAsync(address => address.AbsolutePath == meeting);

        var moved = await BookingOfVisitorAsync();
        Assert.True(moved.StartsAt > before.StartsAt);
        Assert.Equal(before.Sequence + 1, moved.Sequence);

        await page.GetByRole(AriaRole.Link, new() { Name = "Cancel", Exact = true }).ClickAsync();
        await page.GetByLabel("Reason").FillAsync("It works now.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await Assertions.Expect(page.GetByText("It works now.")).ToBeVisibleAsync();
        Assert.Equal(BookingStatus.Cancelled, (await BookingOfVisitorAsync()).Status);
    }
}
