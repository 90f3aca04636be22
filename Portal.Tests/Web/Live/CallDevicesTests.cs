using Microsoft.Playwright;
using NodaTime;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Support.Calls;

namespace Portal.Tests.Web.Live;

/// <summary>Cameras, microphones and loudspeakers that are not to be had.</summary>
[Collection(Browser.CallCollection)]
public sealed class CallDevicesTests(Browser browser, CallApp app) : CallScene(browser, app), IClassFixture<CallApp>
{
    [Theory]
    [InlineData("NotAllowedError", "Your browser does not let this page use your camera and microphone")]
    [InlineData("NotFoundError", "No camera or microphone was found")]
    [InlineData("NotReadableError", "Your camera and microphone cannot be used at the moment")]
    [Trait("Req", "D9")]
    public async Task Without_camera_and_microphone_the_reason_is_told_and_one_can_still_watch_and_listen(string error, string title)
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = await OpenAsync(App.Address);
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
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var visitor = await OpenAsync(App.Address);
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
    [Trait("Req", "D7")]
    public async Task Where_the_browser_holds_the_sound_back_a_tap_lets_it_through()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenLobbyAsHostAsync(meeting);
        await host.Page.Locator("[data-join]").ClickAsync();
        await Assertions.Expect(host.Page.Locator("[data-stage]")).ToBeVisibleAsync();
        // a browser forgets the tap on "Join" after some seconds; looking for a button from here would count as a new one
        await host.Page.EvaluateAsync("""
            () => {
              const play = HTMLMediaElement.prototype.play;
              let tapped = false;
              addEventListener('click', () => { tapped = true; }, true);
              HTMLMediaElement.prototype.play = function () {
                return this.muted || tapped ? play.call(this) : Promise.reject(new DOMException('of the test', 'NotAllowedError'));
              };
            }
            """);
        await OpenCallAsVisitorAsync(meeting);

        await host.Page.GetByRole(AriaRole.Button, new() { Name = "Tap to hear the others" }).ClickAsync();

        await ExpectPictureAsync(host.Page);
        await Assertions.Expect(host.Page.Locator("[data-unmute]")).ToBeHiddenAsync();
    }

    [Fact]
    [Trait("Req", "D7")]
    public async Task What_is_behind_the_person_is_blurred_only_where_the_browser_can_and_stays_so()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var plain = await OpenLobbyAsHostAsync(meeting);
        await Assertions.Expect(plain.Page.Locator("[data-lobby]")).Not.ToHaveAttributeAsync("aria-busy", "true");
        await Assertions.Expect(plain.Page.Locator("[data-lobby] [data-blur]")).ToBeHiddenAsync();

        var able = await OpenAsync(App.Address);
        await able.Context.AddInitScriptAsync("""
            window.blurred = [];
            const { getCapabilities, getSettings } = MediaStreamTrack.prototype;
            MediaStreamTrack.prototype.getCapabilities = function () { return { ...getCapabilities.call(this), backgroundBlur: [false, true] }; };
            MediaStreamTrack.prototype.getSettings = function () { return { ...getSettings.call(this), backgroundBlur: window.blurred.at(-1) ?? false }; };
            MediaStreamTrack.prototype.applyConstraints = async function (wanted) { if ('backgroundBlur' in wanted) window.blurred.push(wanted.backgroundBlur); };
            """);
        await able.Page.GotoAsync(CallApp.VisitorDoorOf(meeting));
        await able.Page.GotoAsync(meeting.GuestPath);
        await able.Page.Locator("[data-lobby] [data-blur-switch]").CheckAsync();
        await able.Page.WaitForFunctionAsync("() => window.blurred.at(-1) === true");

        await able.Page.ReloadAsync();
        await Assertions.Expect(able.Page.Locator("[data-lobby] [data-blur-switch]")).ToBeCheckedAsync();
        await able.Page.WaitForFunctionAsync("() => window.blurred.at(-1) === true");
        await able.Page.Locator("[data-lobby] [data-blur-switch]").UncheckAsync();
        await able.Page.WaitForFunctionAsync("() => window.blurred.at(-1) === false");
    }
}
