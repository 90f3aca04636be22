using Microsoft.Playwright;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Support.Calls;

namespace Portal.Tests.Web.Live;

/// <summary>What breaks in a call, and how it comes back.</summary>
[Collection(Browser.CallCollection)]
public sealed class CallRecoveryTests(Browser browser, CallApp app) : CallScene(browser, app), IClassFixture<CallApp>
{
    [Fact]
    [Trait("Req", "D7")]
    public async Task Who_reloads_the_page_is_back_in_the_call()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = await OpenCallAsVisitorAsync(meeting);
        await ExpectPictureAsync(host.Page);

        await visitor.Page.ReloadAsync();
        await ExpectPictureAsync(visitor.Page);
        await ExpectPictureAsync(host.Page);
        await host.Page.ReloadAsync();
        await ExpectPictureAsync(host.Page);
        await ExpectPictureAsync(visitor.Page);

        Assert.Equal(1, await host.Page.Locator(".tile").CountAsync());
        Assert.Equal(BookingStatus.InProgress, await StatusAsync(meeting));
    }

    [Fact]
    [Trait("Req", "D7")]
    public async Task Both_reload_at_once_and_find_each_other_again()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = await OpenCallAsVisitorAsync(meeting);
        await ExpectPictureAsync(host.Page);

        await Task.WhenAll(host.Page.ReloadAsync(), visitor.Page.ReloadAsync());

        await ExpectPictureAsync(host.Page);
        await ExpectPictureAsync(visitor.Page);
    }

    [Fact]
    [Trait("Req", "D7")]
    public async Task A_connection_that_is_cut_is_shown_and_heals_by_itself()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = await OpenCallAsVisitorAsync(meeting);
        await ExpectPictureAsync(host.Page);
        visitor.Expect("ERR_INTERNET_DISCONNECTED");

        await visitor.Context.SetOfflineAsync(true);
        await Assertions.Expect(visitor.Page.Locator("[data-state]")).ToHaveTextAsync("Reconnecting…", new() { Timeout = 30_000 });
        await visitor.Context.SetOfflineAsync(false);

        await Assertions.Expect(visitor.Page.Locator("[data-state]")).ToHaveTextAsync("Connected", new() { Timeout = 30_000 });
        await ExpectPictureAsync(host.Page);
        await ExpectPictureAsync(visitor.Page);
        Assert.Equal(1, await host.Page.Locator(".tile").CountAsync());
    }

    [Fact]
    [Trait("Req", "D7")]
    public async Task A_connection_that_breaks_on_one_side_is_built_anew()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenLobbyAsHostAsync(meeting);
        await host.Page.EvaluateAsync("""
            () => {
              const Native = RTCPeerConnection;
              window.RTCPeerConnection = class extends Native { constructor(...args) { super(...args); window.lastConnection = this; } };
            }
            """);
        await host.Page.Locator("[data-join]").ClickAsync();
        var visitor = await OpenCallAsVisitorAsync(meeting);
        await ExpectPictureAsync(host.Page);

        await host.Page.EvaluateAsync("() => lastConnection.close()");

        await Assertions.Expect(visitor.Page.Locator("[data-state]")).ToHaveTextAsync("Reconnecting…", new() { Timeout = 30_000 });
        await Assertions.Expect(visitor.Page.Locator("[data-state]")).ToHaveTextAsync("Connected", new() { Timeout = 30_000 });
        await ExpectPictureAsync(host.Page);
        await ExpectPictureAsync(visitor.Page);
    }

    [Fact]
    [Trait("Req", "A20")]
    [Trait("Req", "X4")]
    public async Task After_fifty_minutes_the_page_asks_for_a_fresh_ticket()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenLobbyAsHostAsync(meeting);
        await host.Page.Clock.InstallAsync();
        await host.Page.Locator("[data-join]").ClickAsync();
        await Assertions.Expect(host.Page.Locator("[data-stage]")).ToBeVisibleAsync();

        var asked = await host.Page.RunAndWaitForRequestAsync(
            () => host.Page.Clock.FastForwardAsync("50:01"),
            request => request.Url.EndsWith("/api/meetings/refresh-token", StringComparison.Ordinal));

        Assert.Equal($$"""{"booking_id":"{{meeting.Id}}","as":"staff","provider":"direct"}""", asked.PostData);
        Assert.Equal(200, (await asked.ResponseAsync())!.Status);
    }
}
