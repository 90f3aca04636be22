using Microsoft.Playwright;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Live;

/// <summary>Real browsers with fake cameras, microphones and screens talk to each other.</summary>
[Collection(Browser.Collection)]
public sealed class CallBrowserTests(Browser browser, CallApp app) : BrowserTests(browser), IClassFixture<CallApp>
{
    private const string RemoteVideo = "[data-tiles] .tile:not(.tile-screen) video";

    [Fact]
    [Trait("Req", "D7")]
    [Trait("Req", "X9")]
    public async Task Two_people_see_and_hear_each_other_until_both_have_left()
    {
        var meeting = await app.AddMeetingAsync(-Duration.FromMinutes(1));
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = await OpenCallAsVisitorAsync(meeting);

        await ExpectPictureAsync(host.Page);
        await ExpectPictureAsync(visitor.Page);
        await ExpectSoundAsync(host.Page);
        await Assertions.Expect(host.Page.Locator("[data-state]").First).ToHaveTextAsync("Connected");
        await Assertions.Expect(host.Page.Locator("[data-tiles] [data-name]")).ToHaveTextAsync("Vera Visitor");

        await visitor.Page.Locator("[data-leave]").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "You left the call" })).ToBeFocusedAsync();
        await Assertions.Expect(host.Page.Locator(".stage-empty")).ToBeVisibleAsync();
        Assert.Equal(BookingStatus.InProgress, await StatusAsync(meeting));
        await LeaveToDashboardAsync(host);
        Assert.Equal(BookingStatus.Completed, await StatusAsync(meeting));
    }

    [Fact]
    [Trait("Req", "D7")]
    public async Task Microphone_and_camera_can_be_switched_off_and_on_and_the_other_side_sees_it()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = await OpenCallAsVisitorAsync(meeting);
        await ExpectPictureAsync(host.Page);
        var tile = host.Page.Locator(".tile");

        await visitor.Page.Locator("[data-control=audio]").ClickAsync();
        await visitor.Page.Locator("[data-control=video]").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-control=audio]")).ToHaveTextAsync("Unmute");
        await Assertions.Expect(tile).ToHaveAttributeAsync("data-mic", "false");
        await Assertions.Expect(tile.Locator(".avatar")).ToBeVisibleAsync();

        await visitor.Page.Locator("[data-control=audio]").ClickAsync();
        await visitor.Page.Locator("[data-control=video]").ClickAsync();

        await Assertions.Expect(tile).ToHaveAttributeAsync("data-mic", "true");
        await Assertions.Expect(tile.Locator(".avatar")).ToBeHiddenAsync();
        await ExpectPictureAsync(host.Page);
    }

    [Fact]
    [Trait("Req", "D10")]
    public async Task A_shared_screen_is_seen_by_the_other_side()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = await OpenCallAsVisitorAsync(meeting);
        await ExpectPictureAsync(visitor.Page);

        await host.Page.Locator("[data-control=screen]").ClickAsync();

        await ExpectPlayingAsync(visitor.Page, ".tile-screen video");
        await Assertions.Expect(visitor.Page.Locator(".tile-screen [data-name]")).ToHaveTextAsync("Mara Lindner’s screen");
        await host.Page.Locator("[data-control=screen]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".tile-screen")).ToHaveCountAsync(0);
    }

    [Fact]
    [Trait("Req", "D7")]
    public async Task Who_reloads_the_page_is_back_in_the_call()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
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
    [Trait("Req", "B14")]
    public async Task The_host_ends_the_call_for_everyone_after_one_question()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = await OpenCallAsVisitorAsync(meeting);
        await ExpectPictureAsync(host.Page);

        await host.Page.Locator("[data-end]").ClickAsync();
        await Assertions.Expect(host.Page.Locator("dialog")).ToContainTextAsync("Vera Visitor will be disconnected");
        await host.Page.GetByRole(AriaRole.Button, new() { Name = "End for everyone" }).ClickAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "The call has ended" })).ToBeVisibleAsync();
        await Assertions.Expect(host.Page.GetByRole(AriaRole.Heading, new() { Name = "The call has ended" })).ToBeVisibleAsync();
        Assert.Equal(BookingStatus.Completed, await StatusAsync(meeting));
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "This meeting is over" })).ToBeVisibleAsync();
        visitor.Expect("403");
    }

    [Fact]
    [Trait("Req", "D7")]
    public async Task A_connection_that_is_cut_is_shown_and_heals_by_itself()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = await OpenCallAsVisitorAsync(meeting);
        await ExpectPictureAsync(host.Page);
        visitor.Expect("ERR_INTERNET_DISCONNECTED");

        await visitor.Context.SetOfflineAsync(true);
        await Assertions.Expect(visitor.Page.Locator("[data-state]").First).ToHaveTextAsync("Reconnecting…", new() { Timeout = 30_000 });
        await visitor.Context.SetOfflineAsync(false);

        await Assertions.Expect(visitor.Page.Locator("[data-state]").First).ToHaveTextAsync("Connected", new() { Timeout = 30_000 });
        await ExpectPictureAsync(host.Page);
        await ExpectPictureAsync(visitor.Page);
        Assert.Equal(1, await host.Page.Locator(".tile").CountAsync());
    }

    [Theory]
    [InlineData("NotAllowedError", "Your browser does not let this page use your camera and microphone")]
    [InlineData("NotFoundError", "No camera or microphone was found")]
    [InlineData("NotReadableError", "Your camera and microphone cannot be used at the moment")]
    [Trait("Req", "D9")]
    public async Task Without_camera_and_microphone_the_reason_is_told_and_one_can_still_watch_and_listen(string error, string title)
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = await OpenAsync(app.Address);
        await visitor.Context.AddInitScriptAsync(
            $"navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('of the test', '{error}'))");
        await visitor.Page.GotoAsync(CallApp.VisitorDoorOf(meeting));
        await visitor.Page.GotoAsync(meeting.GuestPath);

        await Assertions.Expect(visitor.Page.Locator("[data-problems]")).ToContainTextAsync(title);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Join to watch and listen" }).ClickAsync();

        await ExpectPictureAsync(visitor.Page);
        await Assertions.Expect(host.Page.Locator(".tile .avatar")).ToBeVisibleAsync();
    }

    [Fact]
    [Trait("Req", "D9")]
    public async Task With_only_the_camera_missing_one_joins_with_the_voice()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        var visitor = await OpenAsync(app.Address);
        await visitor.Context.AddInitScriptAsync("""
            const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = wanted => wanted.video
              ? Promise.reject(new DOMException('of the test', 'NotFoundError')) : ask(wanted);
            """);
        await visitor.Page.GotoAsync(CallApp.VisitorDoorOf(meeting));
        await visitor.Page.GotoAsync(meeting.GuestPath);

        await Assertions.Expect(visitor.Page.Locator("[data-problems]")).ToContainTextAsync("No camera was found");
        await Assertions.Expect(visitor.Page.Locator("[data-join-hint]")).ToHaveTextAsync("The others will hear you, not see you.");
        await visitor.Page.Locator("[data-join]").ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[data-control=audio]")).ToHaveTextAsync("Mute");
        await Assertions.Expect(visitor.Page.Locator("[data-control=video]")).ToHaveTextAsync("Start video");
    }

    [Fact]
    public async Task A_second_window_takes_the_call_over_and_the_first_says_so()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var second = await host.Context.NewPageAsync();

        await second.GotoAsync(meeting.Path);
        await second.Locator("[data-join]").ClickAsync();

        await Assertions.Expect(second.Locator(".stage-empty")).ToBeVisibleAsync();
        await Assertions.Expect(host.Page.GetByRole(AriaRole.Heading, new() { Name = "You joined from another window" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [Trait("Req", "F9")]
    public async Task The_page_has_no_fault_that_axe_can_find_in_any_phase(int width, ColorScheme scheme)
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        var host = await OpenLobbyAsHostAsync(meeting, options =>
        {
            options.ViewportSize = new() { Width = width, Height = 800 };
            options.ColorScheme = scheme;
        });
        await Assertions.Expect(host.Page.Locator("[data-lobby]")).Not.ToHaveAttributeAsync("aria-busy", "true");
        Assert.Equal("", string.Join("; ", await host.Page.AxeAsync()));

        await host.Page.Locator("[data-join]").ClickAsync();
        await OpenCallAsVisitorAsync(meeting);
        await ExpectPictureAsync(host.Page);
        await host.Page.Locator("[data-people-toggle]").ClickAsync();
        Assert.Equal("", string.Join("; ", await host.Page.AxeAsync()));

        await host.Page.Locator("[data-people-toggle]").ClickAsync();
        await host.Page.Locator("[data-end]").ClickAsync();
        Assert.Equal("", string.Join("; ", await host.Page.AxeAsync()));
        await host.Page.GetByRole(AriaRole.Button, new() { Name = "End for everyone" }).ClickAsync();
        await Assertions.Expect(host.Page.GetByRole(AriaRole.Heading, new() { Name = "The call has ended" })).ToBeVisibleAsync();
        Assert.Equal("", string.Join("; ", await host.Page.AxeAsync()));
    }

    private static Task ExpectPictureAsync(IPage page) => ExpectPlayingAsync(page, RemoteVideo);

    /// <summary>Decoded pictures with a size, and time that goes on.</summary>
    private static async Task ExpectPlayingAsync(IPage page, string selector)
    {
        await page.WaitForFunctionAsync("""
            selector => {
              const video = document.querySelector(selector);
              if (!video?.videoWidth || video.paused) return false;
              video.seenAt ??= video.currentTime;
              return video.currentTime > video.seenAt + 0.3;
            }
            """, selector);
        await page.EvalOnSelectorAsync(selector, "video => { delete video.seenAt; }");
    }

    private static async Task ExpectSoundAsync(IPage page) => await page.WaitForFunctionAsync("""
        async selector => {
          const [track] = document.querySelector(selector).srcObject.getAudioTracks();
          return track && !track.muted && track.readyState === 'live';
        }
        """, RemoteVideo);

    private static async Task LeaveToDashboardAsync(Person host)
    {
        await host.Page.RouteAsync("**/dashboard", route => route.FulfillAsync(new() { Body = "dashboard" }));
        await host.Page.Locator("[data-leave]").ClickAsync();
        await host.Page.WaitForURLAsync("**/dashboard");
    }

    private async Task<Person> OpenCallAsHostAsync(CallMeeting meeting)
    {
        var host = await OpenLobbyAsHostAsync(meeting);
        await host.Page.Locator("[data-join]").ClickAsync();
        await Assertions.Expect(host.Page.Locator("[data-stage]")).ToBeVisibleAsync();
        return host;
    }

    /// <summary>By the call's own address, as from a bookmark: through the sign-in and back.</summary>
    private async Task<Person> OpenLobbyAsHostAsync(CallMeeting meeting, Action<BrowserNewContextOptions>? change = null)
    {
        var host = await OpenAsync(app.Address, change);
        await host.Page.GotoAsync(meeting.Path);
        await host.Page.Locator("input[type=email]").FillAsync(DemoData.IntroHost);
        await host.Page.Locator("input[type=password]").FillAsync(PortalApp.Password);
        await host.Page.Locator("form:has(input[type=password]) button[type=submit]").ClickAsync();
        await Assertions.Expect(host.Page.Locator("[data-lobby]")).ToBeVisibleAsync();
        return host;
    }

    private async Task<Person> OpenCallAsVisitorAsync(CallMeeting meeting)
    {
        var visitor = await OpenAsync(app.Address);
        await visitor.Page.GotoAsync(CallApp.VisitorDoorOf(meeting));
        await visitor.Page.GotoAsync(meeting.GuestPath);
        await visitor.Page.Locator("[data-join]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-stage]")).ToBeVisibleAsync();
        return visitor;
    }

    private async Task<BookingStatus> StatusAsync(CallMeeting meeting) => (await app.FindBookingAsync(meeting.Id)).Status;
}
