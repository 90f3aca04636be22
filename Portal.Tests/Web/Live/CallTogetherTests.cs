using Microsoft.Playwright;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Support.Calls;

namespace Portal.Tests.Web.Live;

/// <summary>Real browsers with fake cameras, microphones and screens talk to each other.</summary>
[Collection(Browser.CallCollection)]
public sealed class CallTogetherTests(Browser browser, CallApp app) : CallScene(browser, app), IClassFixture<CallApp>
{
    /// <summary>A window that can change its size, in place of the fake screen.</summary>
    private const string WindowToShare = """
        () => {
          const canvas = document.createElement('canvas');
          window.resize = (width, height) => Object.assign(canvas, { width, height });
          resize(640, 480);
          let frame = 0;
          setInterval(() => {
            canvas.getContext('2d').fillStyle = ['#fff', '#ccc'][frame++ % 2];
            canvas.getContext('2d').fillRect(0, 0, canvas.width, canvas.height);
          }, 60);
          navigator.mediaDevices.getDisplayMedia = async () => canvas.captureStream(15);
        }
        """;

    [Fact]
    [Trait("Req", "D7")]
    [Trait("Req", "X9")]
    public async Task Two_people_see_and_hear_each_other_until_both_have_left()
    {
        var meeting = await App.AddMeetingAsync(-Duration.FromMinutes(1));
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = await OpenCallAsVisitorAsync(meeting);

        await ExpectPictureAsync(host.Page);
        await ExpectPictureAsync(visitor.Page);
        await ExpectSoundAsync(host.Page);
        await ExpectSoundAsync(visitor.Page);
        await Assertions.Expect(host.Page.Locator("[data-state]")).ToHaveTextAsync("Connected");
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
        var meeting = await App.AddMeetingAsync(Duration.Zero);
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
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = await OpenCallAsVisitorAsync(meeting);
        await ExpectPictureAsync(visitor.Page);

        await host.Page.EvaluateAsync(WindowToShare);
        await host.Page.Locator("[data-control=screen]").ClickAsync();

        await ExpectPlayingAsync(visitor.Page, ".tile-screen video");
        await Assertions.Expect(visitor.Page.Locator(".tile-screen [data-name]")).ToHaveTextAsync("Mara Lindner’s screen");
        await ExpectSharedShapeAsync(visitor.Page, 4.0 / 3);
        await host.Page.EvaluateAsync("() => resize(480, 640)");
        await ExpectSharedShapeAsync(visitor.Page, 3.0 / 4);
        await host.Page.Locator("[data-control=screen]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".tile-screen")).ToHaveCountAsync(0);
    }

    [Fact]
    [Trait("Req", "B13")]
    [Trait("Req", "X6")]
    public async Task A_colleague_joins_and_all_three_see_the_other_two()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = await OpenCallAsVisitorAsync(meeting);
        var colleague = await OpenLobbyAsync(meeting, "tilda@acme.test");
        await colleague.Page.Locator("[data-join]").ClickAsync();

        foreach (var person in new[] { host, visitor, colleague })
        {
            await Assertions.Expect(person.Page.Locator(".tile")).ToHaveCountAsync(2);
            await ExpectPlayingAsync(person.Page, ".tile:nth-child(1) video");
            await ExpectPlayingAsync(person.Page, ".tile:nth-child(2) video");
        }

        await Assertions.Expect(visitor.Page.Locator("[data-people] strong")).ToHaveTextAsync(["Vera Visitor (you)", "Mara Lindner", "Tilda Krause"]);
        Assert.Equal(3, (await App.FindBookingAsync(meeting.Id)).Participants.Count(participant => participant.IsInCall));
    }

    [Fact]
    [Trait("Req", "B14")]
    public async Task The_host_ends_the_call_for_everyone_after_one_question()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = await OpenCallAsVisitorAsync(meeting);
        await ExpectPictureAsync(host.Page);

        await host.Page.Locator("[data-end]").ClickAsync();
        await Assertions.Expect(host.Page.Locator("dialog[open]")).ToContainTextAsync("Vera Visitor will be disconnected");
        await host.Page.GetByRole(AriaRole.Button, new() { Name = "End for everyone" }).ClickAsync();

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "The call has ended" })).ToBeVisibleAsync();
        await Assertions.Expect(host.Page.GetByRole(AriaRole.Heading, new() { Name = "The call has ended" })).ToBeVisibleAsync();
        Assert.Equal(BookingStatus.Completed, await StatusAsync(meeting));
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "This meeting is over" })).ToBeVisibleAsync();
        visitor.Expect("403");
    }

    // the picture may come smaller than it is, never in another shape
    private static async Task ExpectSharedShapeAsync(IPage page, double shape) => await page.WaitForFunctionAsync(
        "shape => { const video = document.querySelector('.tile-screen video'); return Math.abs(video.videoWidth / video.videoHeight - shape) < 0.02; }", shape);

    [Fact]
    public async Task A_second_window_takes_the_call_over_and_the_first_says_so()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var second = await host.Context.NewPageAsync();

        await second.GotoAsync(meeting.Path);
        await second.Locator("[data-join]").ClickAsync();

        await Assertions.Expect(second.Locator(".stage-empty")).ToBeVisibleAsync();
        await Assertions.Expect(host.Page.GetByRole(AriaRole.Heading, new() { Name = "You joined from another window" })).ToBeVisibleAsync();
    }
}
