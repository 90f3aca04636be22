using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Journeys;

/// <summary>What may happen between coming to the door and being let in.</summary>
[Collection(Browser.CallCollection)]
[Trait("Req", "B4")]
public sealed class DoorJourneys(Browser browser) : JourneyTests(browser)
{
    [Fact]
    [Trait("Req", "N9")]
    [Trait("Req", "N4")]
    public async Task A_second_device_shares_the_place_shows_the_code_from_the_mail_and_goes_into_the_call()
    {
        var laptop = await OpenAsync(Address);
        await BookFromArticleAsync(laptop);
        var link = await ReadJoinLinkAsync(laptop);
        await EnterWaitingRoomAsync(laptop, link);
        // a second tab is no second device
        var tab = await laptop.Context.NewPageAsync();
        await tab.GotoAsync(link);
        await Assertions.Expect(tab.Locator("#door[data-turn=Waiting]")).ToBeVisibleAsync();
        await Assertions.Expect(tab.GetByText("on another device")).ToHaveCountAsync(0);
        await tab.CloseAsync();

        var phone = await OpenAsync(Address, context => context.ViewportSize = new() { Width = 390, Height = 800 });
        phone.Expect("422");
        await phone.Page.GotoAsync(link);
        await Assertions.Expect(phone.Page.GetByText("You are here on another device")).ToBeVisibleAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Go on with this device" }).ClickAsync();
        await Assertions.Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Name = "Is it you?" })).ToBeVisibleAsync();

        var host = await OpenAsync(Address);
        await SignInAsync(host, DemoData.IntroHost);
        await Assertions.Expect(RowOf(host, VisitorName)).ToContainTextAsync("Another device, not verified");

        await phone.Page.GetByLabel("Code from the email").FillAsync("1234567");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Go on here" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator(".field-error")).ToBeVisibleAsync();
        await phone.Page.GetByLabel("Code from the email").FillAsync(await ReadCodeAsync());
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Go on here" }).ClickAsync();
        await Assertions.Expect(phone.Page.Locator("#door[data-turn=Waiting]")).ToBeVisibleAsync();
        Assert.Equal(1, await Portal.RunAsync((PortalDbContext db) => db.Participants.CountAsync(row => row.Admission == Admission.Waiting && row.Email == VisitorEmail)));
        await laptop.Page.CloseAsync();

        await RowOf(host, VisitorName).GetByRole(AriaRole.Button, new() { Name = "Admit" }).ClickAsync();
        await phone.Page.ComeToAsync(address => address.AbsolutePath.EndsWith("/call", StringComparison.Ordinal));
        await Assertions.Expect(phone.Page.Locator("[data-join]")).ToBeVisibleAsync();
    }

    [Fact]
    [Trait("Req", "B10")]
    [Trait("Req", "N8")]
    public async Task A_visitor_writes_to_the_host_who_sees_what_works_asks_for_patience_and_names_a_time_to_come_back()
    {
        var visitor = await OpenAsync(Address);
        await BookFromArticleAsync(visitor);
        await EnterWaitingRoomAsync(visitor, await ReadJoinLinkAsync(visitor));
        await visitor.Page.GetByPlaceholder("Message").FillAsync("Hello, I am here.");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".door-said")).ToContainTextAsync("Hello, I am here.");
        await Assertions.Expect(visitor.Page.GetByPlaceholder("Message")).ToHaveValueAsync("");

        var host = await OpenAsync(Address);
        await SignInAsync(host, DemoData.IntroHost);
        var row = RowOf(host, VisitorName);
        await Assertions.Expect(row).ToContainTextAsync("Hello, I am here.");
        await Assertions.Expect(row).ToContainTextAsync("Camera and microphone work");
        await row.Locator(".patience summary").ClickAsync();
        await row.GetByLabel("Message").FillAsync("Two minutes, please.");
        await visitor.Page.GetByPlaceholder("Message").FillAsync("Half a sent");
        await row.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".door-message")).ToContainTextAsync("Two minutes, please.");
        // what came in took nothing from what is being written
        await Assertions.Expect(visitor.Page.GetByPlaceholder("Message")).ToHaveValueAsync("Half a sent");
    }

    private async Task<string> ReadCodeAsync()
    {
        for (var look = 0; look < 60; look++)
        {
            var mail = Directory.Exists(Portal.MailFolder)
                ? Directory.EnumerateFiles(Portal.MailFolder, "*", SearchOption.AllDirectories).Select(File.ReadAllText).FirstOrDefault(text => text.Contains("is your code", StringComparison.Ordinal))
                : null;
            if (mail is not null)
                return System.Text.RegularExpressions.Regex.Match(mail, "[0-9]{3} [0-9]{3}").Value;
            await Task.Delay(500);
        }

        throw new InvalidOperationException("No code was mailed.");
    }
}
