using Microsoft.Playwright;
using NodaTime;
using Portal.Core.Bookings.Afterwards;
using Portal.Core.Persistence;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Support.Calls;

namespace Portal.Tests.Web.Live;

/// <summary>What is asked when the call is over, of whom.</summary>
[Collection(Browser.CallCollection)]
public sealed class FarewellTests(Browser browser, CallApp app) : CallScene(browser, app), IClassFixture<CallApp>
{
    [Fact]
    [Trait("Req", "B14")]
    public async Task A_visitor_says_how_it_was_where_the_call_ended()
    {
        var meeting = await App.AddMeetingAsync(-Duration.FromMinutes(1));
        var host = await OpenCallAsHostAsync(meeting);
        var visitor = (await OpenCallAsVisitorAsync(meeting)).Page;
        await ExpectPictureAsync(visitor);

        await EndForAllAsync(host.Page);
        await Assertions.Expect(visitor.GetByRole(AriaRole.Heading, new() { Name = "The call has ended" })).ToBeFocusedAsync();
        Assert.Equal("", string.Join("; ", await visitor.AxeAsync()));
        await visitor.GetByText("So-so").ClickAsync();
        await visitor.GetByLabel("Tell us more").FillAsync("The sound was bad.");
        await visitor.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();

        await Assertions.Expect(visitor.GetByRole(AriaRole.Heading, new() { Name = "Thank you" })).ToBeVisibleAsync();
        var said = (await App.FindBookingAsync(meeting.Id)).Participants.Single(person => person.Id == meeting.VisitorId);
        Assert.Equal((Impression.Fair, "The sound was bad."), (said.Impression!.Value, said.ImpressionNote));
    }

    [Theory]
    [InlineData(DemoData.IntroHost, true)]
    [InlineData("emil@acme.test", true)]
    [InlineData("jonas@acme.test", false)]
    [Trait("Req", "C8")]
    public async Task What_came_of_it_is_asked_of_those_who_may_note_it(string email, bool mayNote)
    {
        var meeting = await App.AddMeetingAsync(-Duration.FromMinutes(1));
        using var member = await App.SignInAsync(email);

        var page = await member.GetDocumentAsync(meeting.Path);

        var link = page.QuerySelector("[data-reason=ended] a[href*='/dashboard/bookings/']");
        Assert.Equal(mayNote, link is not null);
        Assert.Null(page.QuerySelector(".farewell-after"));
        var answer = await member.GetAsync($"/dashboard/bookings/{meeting.Id}");
        Assert.Equal(mayNote, answer.IsSuccessStatusCode);
        if (link is not null)
            await member.GetDocumentAsync(link.GetAttribute("href")!);
    }

    private static async Task EndForAllAsync(IPage host)
    {
        await host.Locator("[data-end]").ClickAsync();
        await host.GetByRole(AriaRole.Button, new() { Name = "End for everyone" }).ClickAsync();
    }
}
