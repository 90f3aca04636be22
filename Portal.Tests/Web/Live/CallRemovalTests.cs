using System.Text.Json;
using Microsoft.Playwright;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Tests.Support.Browsers;
using Portal.Tests.Support.Calls;

namespace Portal.Tests.Web.Live;

[Collection(Browser.CallCollection)]
public sealed class CallRemovalTests(Browser browser, CallApp app) : CallScene(browser, app), IClassFixture<CallApp>
{
    [Fact]
    [Trait("Req", "B19")]
    [Trait("Req", "X4")]
    [Trait("Promise", "R14")]
    public async Task Of_three_one_is_turned_away_and_one_removed_who_finds_no_way_back_with_anything_they_had()
    {
        var (gil, nora) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var meeting = await App.AddMeetingAsync(Duration.Zero, change: booking =>
        {
            booking.Participants.AddRange([Guest(booking, gil, "Gil Guest"), Guest(booking, nora, "Nora Guest")]);
            booking.Participants.Single(guest => guest.Id == gil).Admit(booking.HostId, booking.CreatedAt);
            booking.Participants.Single(guest => guest.Id == nora).Decline(booking.HostId, null, booking.CreatedAt, Duration.FromMinutes(1), null);
        });
        var host = (await OpenCallAsHostAsync(meeting)).Page;
        var vera = (await OpenCallAsVisitorAsync(meeting)).Page;
        var turnedAway = await OpenLobbyAsGuestAsync(meeting with { VisitorId = nora });
        turnedAway.Expect("403");
        await Assertions.Expect(turnedAway.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("You were not let in this time");

        var removed = await OpenLobbyAsGuestAsync(meeting with { VisitorId = gil });
        removed.Expect("403");
        var launched = await removed.Page.RunAndWaitForResponseAsync(
            () => removed.Page.Locator("[data-join]").ClickAsync(), answer => answer.Url.EndsWith("/launch-video", StringComparison.Ordinal));
        var kept = (await launched.JsonAsync()).GetValueOrDefault().GetProperty("token").GetString()!;
        await Assertions.Expect(host.Locator(".tile")).ToHaveCountAsync(2);
        await ExpectPictureAsync(host);

        await host.Locator("[data-panel-toggle=people]").ClickAsync();
        await host.GetByRole(AriaRole.Button, new() { Name = "Remove Gil Guest" }).ClickAsync();
        await host.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();

        await Assertions.Expect(removed.Page.GetByRole(AriaRole.Heading, new() { Name = "You were removed from the call" })).ToBeVisibleAsync();
        foreach (var person in new[] { host, vera })
        {
            await Assertions.Expect(person.Locator(".tile")).ToHaveCountAsync(1, new() { Timeout = 15_000 });
            await ExpectPictureAsync(person);
            await Assertions.Expect(person.Locator("[data-state]")).ToHaveTextAsync("Connected");
        }

        Assert.All(await AskAgainAsync(removed.Page, meeting), status => Assert.Equal(403, status));
        var (hub, answer) = await HubPage.JoinAsync(App.Address, kept);
        await using (hub)
            Assert.Equal("ticket", answer.GetProperty("refused").GetString());
        await removed.Page.ReloadAsync();
        await Assertions.Expect(removed.Page.Locator("[data-call]")).ToHaveCountAsync(0);
        await Assertions.Expect(host.Locator(".tile")).ToHaveCountAsync(1);
    }

    /// <summary>From the page they still have open, with all it knows.</summary>
    private static async Task<int[]> AskAgainAsync(IPage page, CallMeeting meeting)
    {
        const string ask = """
            id => Promise.all(['launch-video', 'refresh-token'].map(path => fetch(`/api/meetings/${path}`, {
              method: 'POST',
              headers: { 'Content-Type': 'application/json', RequestVerificationToken: document.querySelector('[data-call]').dataset.requestToken },
              body: JSON.stringify({ booking_id: id, as: 'guest' }),
            }).then(answer => answer.status)))
            """;
        return (await page.EvaluateAsync<JsonElement>(ask, meeting.Id)).EnumerateArray().Select(status => status.GetInt32()).ToArray();
    }

    private static Participant Guest(Booking booking, Guid id, string name) => new()
    {
        Id = id,
        BookingId = booking.Id,
        OrganizationId = booking.OrganizationId,
        Role = ParticipantRole.Guest,
        Name = name,
        Email = $"{id}@guest.test",
    };

    private async Task<Person> OpenLobbyAsGuestAsync(CallMeeting meeting)
    {
        var guest = await OpenAsync(App.Address);
        await guest.Page.GotoAsync(CallApp.VisitorDoorOf(meeting));
        await guest.Page.GotoAsync(meeting.GuestPath);
        return guest;
    }
}
