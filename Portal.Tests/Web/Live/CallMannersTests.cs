using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Support.Calls;

namespace Portal.Tests.Web.Live;

/// <summary>What people do in a call besides talking.</summary>
[Collection(Browser.CallCollection)]
public sealed class CallMannersTests(Browser browser, CallApp app) : CallScene(browser, app), IClassFixture<CallApp>
{
    [Fact]
    [Trait("Req", "D10")]
    [Trait("Req", "D7")]
    public async Task They_write_raise_a_hand_and_the_host_silences_somebody()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = (await OpenCallAsHostAsync(meeting)).Page;
        var visitor = (await OpenCallAsVisitorAsync(meeting)).Page;
        await ExpectPictureAsync(host);

        await visitor.Locator("[data-panel-toggle=chat]").ClickAsync();
        await visitor.GetByLabel("Write to everybody").FillAsync("My name is <b>Vera</b>");
        await visitor.Keyboard.PressAsync("m");
        await visitor.Keyboard.PressAsync("Enter");
        await Assertions.Expect(visitor.Locator("[data-control=audio]")).ToHaveTextAsync("Mute");
        await Assertions.Expect(host.Locator("[data-count=chat]")).ToContainTextAsync("1");

        await host.Locator("[data-stage]").PressAsync("c");
        await Assertions.Expect(host.Locator("[data-text]")).ToHaveTextAsync("My name is <b>Vera</b>m");
        await Assertions.Expect(host.GetByLabel("Write to everybody")).ToBeFocusedAsync();
        await Assertions.Expect(host.Locator("[data-count=chat]")).ToBeHiddenAsync();

        await visitor.Locator("[data-hand-toggle]").ClickAsync();
        await Assertions.Expect(host.Locator(".tile")).ToHaveAttributeAsync("data-hand", "true");
        await Assertions.Expect(host.Locator("[data-said]")).ToHaveTextAsync("Vera Visitor raised a hand");

        await host.Keyboard.PressAsync("Escape");
        await host.Keyboard.PressAsync("p");
        await host.GetByRole(AriaRole.Button, new() { Name = "Mute Vera Visitor" }).ClickAsync();
        await Assertions.Expect(visitor.Locator("[data-control=audio]")).ToHaveTextAsync("Unmute");
        await Assertions.Expect(visitor.Locator("[data-word-notice]")).ToContainTextAsync("Mara Lindner switched your microphone off");
        await Assertions.Expect(host.Locator(".tile")).ToHaveAttributeAsync("data-mic", "false");
    }

    [Fact]
    [Trait("Req", "D9")]
    public async Task A_microphone_that_is_unplugged_gives_way_to_another_and_without_another_camera_there_is_a_way_out()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var person = await OpenAsync(App.Address);
        await person.Context.AddInitScriptAsync("""
            const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = async wanted => {
              const stream = await ask(wanted);
              for (const track of stream.getTracks()) window[track.kind] = track;
              return stream;
            };
            window.unplug = kind => { window[kind].stop(); window[kind].dispatchEvent(new Event('ended')); };
            """);
        var visitor = person.Page;
        await visitor.GotoAsync(CallApp.VisitorDoorOf(meeting));
        await visitor.GotoAsync(meeting.GuestPath);
        await visitor.Locator("[data-join]").ClickAsync();
        await ExpectPictureAsync(host.Page);

        await visitor.EvaluateAsync("() => unplug('audio')");
        await Assertions.Expect(visitor.Locator("[data-word-notice]")).ToContainTextAsync("Your microphone was unplugged");
        await Assertions.Expect(visitor.Locator("[data-control=audio]")).ToHaveTextAsync("Mute");
        await ExpectSoundAsync(host.Page);

        await visitor.EvaluateAsync("() => unplug('video')");
        await Assertions.Expect(visitor.Locator("[data-device-notice]")).ToContainTextAsync("Your camera was unplugged or taken back");
        await Assertions.Expect(host.Page.Locator(".tile .avatar")).ToBeVisibleAsync();
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(visitor.Locator("[data-device-notice]")).ToBeHiddenAsync();
        await ExpectPictureAsync(host.Page);
    }

    [Fact]
    [Trait("Req", "D10")]
    public async Task A_recording_is_seen_by_everybody_also_by_who_comes_later_and_saved_by_the_host()
    {
        await App.ChangeAsync(async db => (await db.Organizations.SingleAsync(row => row.Slug == DemoData.Acme)).AllowsLocalRecording = true);
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        await host.Page.Locator("[popovertarget=more]").ClickAsync();
        await host.Page.GetByRole(AriaRole.Button, new() { Name = "Record on this computer" }).ClickAsync();
        await Assertions.Expect(host.Page.Locator("[data-recording-notice]")).ToContainTextAsync("You are recording");

        var visitor = await OpenCallAsVisitorAsync(meeting);
        await Assertions.Expect(visitor.Page.Locator("[data-recording-notice]")).ToHaveTextAsync("Mara Lindner is recording this call");
        Assert.Equal(0, await visitor.Page.Locator("[data-record]").CountAsync());
        await ExpectPictureAsync(host.Page);

        await host.Page.Locator("[popovertarget=more]").ClickAsync();
        var file = await host.Page.RunAndWaitForDownloadAsync(() => host.Page.GetByRole(AriaRole.Button, new() { Name = "Stop recording" }).ClickAsync());

        Assert.StartsWith("Intro call ", file.SuggestedFilename, StringComparison.Ordinal);
        Assert.True(new FileInfo(await file.PathAsync()).Length > 10_000);
        await Assertions.Expect(visitor.Page.Locator("[data-recording-notice]")).ToBeHiddenAsync();
    }

    [Fact]
    [Trait("Req", "A1")]
    public async Task Other_pages_lead_back_to_a_running_call_until_it_is_left()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var other = await host.Context.NewPageAsync();
        await other.GotoAsync("/dashboard");

        await Assertions.Expect(other.Locator("[data-return]")).ToContainTextAsync("Intro call");
        await other.GetByRole(AriaRole.Link, new() { Name = "Return to the call" }).ClickAsync();

        await Assertions.Expect(other.Locator("[data-stage]")).ToBeVisibleAsync();
        await Assertions.Expect(host.Page.GetByRole(AriaRole.Heading, new() { Name = "You joined from another window" })).ToBeVisibleAsync();
        await other.Locator("[data-leave]").ClickAsync();
        await other.ComeToAsync(address => address.AbsolutePath == "/dashboard");
        await Assertions.Expect(other.Locator("[data-return]")).ToBeHiddenAsync();
    }
}
