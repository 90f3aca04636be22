using Microsoft.Playwright;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Live;

/// <summary>Short ways into a call, and what can be seen there.</summary>
public abstract class CallScene(Browser browser, CallApp app) : BrowserTests(browser)
{
    private const string RemoteVideo = "[data-tiles] .tile:not(.tile-screen) video";

    protected CallApp App { get; } = app;

    protected static Task ExpectPictureAsync(IPage page) => ExpectPlayingAsync(page, RemoteVideo);

    /// <summary>Decoded pictures with a size, and time that goes on.</summary>
    protected static async Task ExpectPlayingAsync(IPage page, string selector)
    {
        await page.WaitForFunctionAsync("""
            selector => {
              const video = document.querySelector(selector);
              if (!video?.videoWidth || video.paused) return false;
              const frames = video.getVideoPlaybackQuality().totalVideoFrames;
              video.seen ??= { at: video.currentTime, frames };
              return video.currentTime > video.seen.at + 0.3 && frames > video.seen.frames;
            }
            """, selector);
        await page.EvalOnSelectorAsync(selector, "video => { delete video.seen; }");
    }

    /// <summary>The fake microphone beeps once a second; here it is heard.</summary>
    protected static async Task ExpectSoundAsync(IPage page) => await page.WaitForFunctionAsync("""
        selector => {
          if (!window.heard) {
            const context = new AudioContext();
            window.heard = context.createAnalyser();
            context.createMediaStreamSource(document.querySelector(selector).srcObject).connect(window.heard);
          }
          const samples = new Float32Array(window.heard.fftSize);
          window.heard.getFloatTimeDomainData(samples);
          return Math.max(...samples) > 0.01;
        }
        """, RemoteVideo);

    protected static async Task LeaveToDashboardAsync(Person host)
    {
        await host.Page.Locator("[data-leave]").ClickAsync();
        await host.Page.ComeToAsync(address => address.AbsolutePath == "/dashboard");
    }

    protected async Task<Person> OpenCallAsHostAsync(CallMeeting meeting)
    {
        var host = await OpenLobbyAsHostAsync(meeting);
        await host.Page.Locator("[data-join]").ClickAsync();
        await Assertions.Expect(host.Page.Locator("[data-stage]")).ToBeVisibleAsync();
        return host;
    }

    /// <summary>By the call's own address, as from a bookmark: through the sign-in and back.</summary>
    protected async Task<Person> OpenLobbyAsync(CallMeeting meeting, string email, Action<BrowserNewContextOptions>? change = null)
    {
        var member = await OpenAsync(App.Address, change);
        await member.Page.GotoAsync(meeting.Path);
        await member.Page.Locator("input[type=email]").FillAsync(email);
        await member.Page.Locator("input[type=password]").FillAsync(PortalApp.Password);
        await member.Page.Locator("form:has(input[type=password]) button[type=submit]").ClickAsync();
        await Assertions.Expect(member.Page.Locator("[data-lobby]")).ToBeVisibleAsync();
        return member;
    }

    protected Task<Person> OpenLobbyAsHostAsync(CallMeeting meeting, Action<BrowserNewContextOptions>? change = null) =>
        OpenLobbyAsync(meeting, DemoData.IntroHost, change);

    protected async Task<Person> OpenCallAsVisitorAsync(CallMeeting meeting)
    {
        var visitor = await OpenAsync(App.Address);
        await visitor.Page.GotoAsync(CallApp.VisitorDoorOf(meeting));
        await visitor.Page.GotoAsync(meeting.GuestPath);
        await visitor.Page.Locator("[data-join]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-stage]")).ToBeVisibleAsync();
        return visitor;
    }

    protected async Task<BookingStatus> StatusAsync(CallMeeting meeting) => (await App.FindBookingAsync(meeting.Id)).Status;
}
