using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Support.Calls;

namespace Portal.Tests.Web.Live;

/// <summary>What the call page looks like from the camera's preview to the farewell.</summary>
[Collection(Browser.CallCollection)]
[Trait("Req", "F9")]
[Trait("Req", "D7")]
public sealed class CallStatesTests(Browser browser, CallApp app) : CallScene(browser, app), IClassFixture<CallApp>
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task From_the_preview_to_the_end(int width, ColorScheme colours)
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = (await OpenLobbyAsHostAsync(meeting, options =>
        {
            options.ViewportSize = new() { Width = width, Height = 800 };
            options.ColorScheme = colours;
        })).Page;
        await Assertions.Expect(host.Locator("[data-lobby]")).Not.ToHaveAttributeAsync("aria-busy", "true");
        await host.LooksRightAsync("call, before joining");

        await host.Locator("[data-join]").ClickAsync();
        await Assertions.Expect(host.Locator(".stage-empty")).ToBeVisibleAsync();
        await host.LooksRightAsync("call, alone");

        var visitor = (await OpenCallAsVisitorAsync(meeting)).Page;
        await ExpectPictureAsync(host);
        await host.LooksRightAsync("call, two");
        await host.Locator("[data-panel-toggle=people]").ClickAsync();
        await host.LooksRightAsync("call, people");

        await visitor.Locator("[data-hand-toggle]").ClickAsync();
        await visitor.Locator("[data-panel-toggle=chat]").ClickAsync();
        await visitor.GetByLabel("Write to everybody").FillAsync("Here is the address of the page that does not load: https://help.acme.test/articles/reset-password");
        await visitor.Keyboard.PressAsync("Enter");
        await host.Locator("[data-panel-toggle=chat]").ClickAsync();
        await Assertions.Expect(host.Locator("[data-text]")).ToBeVisibleAsync();
        await host.LooksRightAsync("call, chat and a raised hand");
        await host.Locator("[data-panel-toggle=chat]").ClickAsync();

        await host.Locator("[popovertarget=more]").ClickAsync();
        await host.LooksRightAsync("call, more");
        await host.Locator("[data-keys]").ClickAsync();
        await host.LooksRightAsync("call, keys");
        await host.Keyboard.PressAsync("Escape");

        await host.Locator("[data-end]").ClickAsync();
        await host.LooksRightAsync("call, end for everyone");
        await host.GetByRole(AriaRole.Button, new() { Name = "End for everyone" }).ClickAsync();
        await Assertions.Expect(host.GetByRole(AriaRole.Heading, new() { Name = "The call has ended" })).ToBeVisibleAsync();
        await host.LooksRightAsync("call, ended");
        await Assertions.Expect(visitor.GetByRole(AriaRole.Heading, new() { Name = "The call has ended" })).ToBeVisibleAsync();
        await visitor.LooksRightAsync("call, ended for the visitor");
    }

    [Fact]
    public async Task Three_of_whom_one_shares_a_screen_and_one_records()
    {
        await App.ChangeAsync(async db => (await db.Organizations.SingleAsync(row => row.Slug == DemoData.Acme)).AllowsLocalRecording = true);
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = (await OpenCallAsHostAsync(meeting)).Page;
        var visitor = (await OpenCallAsVisitorAsync(meeting)).Page;
        await visitor.EvaluateAsync("""
            () => {
              const state = document.querySelector('[data-state]');
              window.said = [];
              new MutationObserver(() => window.said.push(state.textContent)).observe(state, { childList: true });
            }
            """);
        var colleague = await OpenLobbyAsync(meeting, "tilda@acme.test");
        await colleague.Page.Locator("[data-join]").ClickAsync();
        await Assertions.Expect(visitor.Locator(".tile")).ToHaveCountAsync(2);
        await ExpectPictureAsync(visitor);
        await visitor.LooksRightAsync("call, three");

        await host.Locator("[popovertarget=more]").ClickAsync();
        await host.GetByRole(AriaRole.Button, new() { Name = "Record on this computer" }).ClickAsync();
        await colleague.Page.Locator("[data-control=screen]").ClickAsync();
        await Assertions.Expect(visitor.Locator(".tile-screen")).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Locator("[data-recording-notice]")).ToBeVisibleAsync();
        Assert.DoesNotContain("Connection lost", await visitor.EvaluateAsync<string[]>("() => window.said"));
        await visitor.LooksRightAsync("call, a screen and a recording");
        await colleague.Page.LooksRightAsync("call, sharing one's own screen");
    }

    [Fact]
    [Trait("Req", "D9")]
    public async Task A_camera_that_is_denied_and_a_connection_that_is_lost()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = (await OpenCallAsHostAsync(meeting)).Page;
        var visitor = await OpenAsync(App.Address);
        visitor.Expect("ERR_INTERNET_DISCONNECTED");
        await visitor.Context.AddInitScriptAsync(
            "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('of the test', 'NotAllowedError'))");
        await visitor.Page.GotoAsync(CallApp.VisitorDoorOf(meeting));
        await visitor.Page.GotoAsync(meeting.GuestPath);
        await Assertions.Expect(visitor.Page.Locator("[data-problems]")).ToContainTextAsync("does not let this page");
        await visitor.Page.LooksRightAsync("call, camera denied before joining");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Join to watch and listen" }).ClickAsync();
        await ExpectPictureAsync(visitor.Page);
        await visitor.Page.LooksRightAsync("call, watching and listening");

        await visitor.Context.SetOfflineAsync(true);
        await Assertions.Expect(visitor.Page.Locator("[data-trouble-notice]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await visitor.Page.LooksRightAsync("call, reconnecting");
        await visitor.Context.SetOfflineAsync(false);
        await Assertions.Expect(visitor.Page.Locator("[data-state]")).ToHaveTextAsync("Connected", new() { Timeout = 30_000 });

        await host.Locator("[data-panel-toggle=people]").ClickAsync();
        await host.GetByRole(AriaRole.Button, new() { Name = "Remove Vera Visitor" }).ClickAsync();
        await host.LooksRightAsync("call, remove somebody");
        await host.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "You were removed from the call" })).ToBeVisibleAsync();
        await visitor.Page.LooksRightAsync("call, removed");
    }

    [Fact]
    public async Task A_network_that_stays_away_ends_the_call_for_whoever_has_it_and_leads_back()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = await OpenAsync(App.Address);
        visitor.Expect("ERR_INTERNET_DISCONNECTED");
        await visitor.Page.GotoAsync(CallApp.VisitorDoorOf(meeting));
        await visitor.Page.Clock.InstallAsync();
        await visitor.Page.GotoAsync(meeting.GuestPath);
        await visitor.Page.Locator("[data-join]").ClickAsync();
        await ExpectPictureAsync(host.Page);

        await visitor.Context.SetOfflineAsync(true);
        await Assertions.Expect(visitor.Page.Locator("[data-trouble-notice]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        var lost = visitor.Page.GetByRole(AriaRole.Heading, new() { Name = "The connection could not be restored" });
        // as long as the page goes on trying, in steps of its clock
        for (var minute = 0; minute < 15 && !await lost.IsVisibleAsync(); minute++)
        {
            await visitor.Page.Clock.FastForwardAsync(60_000);
            await visitor.Page.WaitForTimeoutAsync(300);
        }

        await Assertions.Expect(lost).ToBeVisibleAsync();
        await visitor.Page.LooksRightAsync("call, lost");
        await visitor.Context.SetOfflineAsync(false);
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Join again" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-lobby]")).ToBeVisibleAsync();
    }
}
