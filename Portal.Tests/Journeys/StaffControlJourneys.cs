using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Time;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Journeys;

/// <summary>B19: what staff begin and change.</summary>
[Collection(Browser.CallCollection)]
[Trait("Req", "B19")]
public sealed class StaffControlJourneys(Browser browser) : JourneyTests(browser)
{
    [Fact]
    [Trait("Req", "B18")]
    public async Task A_host_invites_somebody_now_is_in_the_call_at_once_and_the_mails_link_leads_there()
    {
        var host = await OpenAsync(Address);
        await SignInAsync(host, DemoData.IntroHost);
        await FreeHostAsync();
        await host.Page.GetByRole(AriaRole.Link, new() { Name = "Invite to a call now" }).ClickAsync();
        await host.Page.GetByLabel("Email").FillAsync(VisitorEmail);
        await host.Page.GetByLabel("Name").FillAsync(VisitorName);
        await host.Page.GetByLabel("Message").FillAsync("Let us look at it together.");
        await host.Page.GetByRole(AriaRole.Button, new() { Name = "Invite and start the call" }).ClickAsync();
        await JoinCallAsync(host);

        var visitor = await OpenAsync(Address);
        var link = await ReadJoinLinkAsync(visitor);
        await Assertions.Expect(visitor.Page.FrameLocator("iframe").GetByText("Let us look at it together.").First).ToBeVisibleAsync();
        await EnterWaitingRoomAsync(visitor, link);
        var panel = await OpenAsync(Address);
        await SignInAsync(panel, DemoData.IntroHost);
        await AdmitAsync(panel);
        await JoinCallAsync(visitor);

        await SeesTheOtherAsync(visitor);
        await SeesTheOtherAsync(host);
        await BecomesAsync(BookingStatus.InProgress);
    }

    [Fact]
    [Trait("Req", "B15")]
    public async Task An_admin_finds_a_booking_moves_it_and_the_visitor_reads_the_new_time()
    {
        var visitor = await OpenAsync(Address);
        var meeting = await BookFromArticleAsync(visitor);
        var before = await BookingOfVisitorAsync();

        var admin = await OpenAsync(Address);
        await SignInAsync(admin, "emil@acme.test");
        await admin.Page.GotoAsync("/admin/bookings?text=vera");
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = VisitorName, Exact = true }).ClickAsync();
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Move", Exact = true }).ClickAsync();
        await admin.Page.Locator(".move-offered button").Last.ClickAsync();
        await Assertions.Expect(admin.Page.GetByText("was moved")).ToBeVisibleAsync();

        var moved = await BookingOfVisitorAsync();
        Assert.True(moved.StartsAt > before.StartsAt);
        Assert.Equal(before.Sequence + 1, moved.Sequence);
        await visitor.Page.GotoAsync(meeting);
        await Assertions.Expect(visitor.Page.Locator(".moment-times")).ToContainTextAsync(MeetingTime.Clock(moved.VisitorStart.TimeOfDay, clock: ClockStyle.TwentyFourHours));
        Assert.Equal(2, await Portal.RunAsync((PortalDbContext db) => db.Outbox.CountAsync(row => row.BookingId == moved.Id && row.Kind == "meeting_moved")));
    }

    // the demo world may have the host in a meeting at this very moment
    private Task<int> FreeHostAsync() => Portal.RunAsync((PortalDbContext db) =>
        db.TimeClaims.Where(claim => db.Users.Any(user => user.Id == claim.HostId && user.Email == DemoData.IntroHost)).ExecuteDeleteAsync());
}
