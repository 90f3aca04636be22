using System.Net;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Support.Calls;

/// <summary>The door of a meeting in the situations R14 names, and the pages of those who went through it.</summary>
/// <param name="meeting">Begun, its visitor at no door yet.</param>
/// <param name="visitor">The browser that acts for the meeting's visitor.</param>
public sealed class DoorScene(CallApp app, CallMeeting meeting, PortalClient visitor) : IAsyncDisposable
{
    public static readonly string[] Situations = ["before-host", "host-leaves", "host-reconnects", "two-hosts", "deny", "admit", "kick"];

    private readonly List<HubPage> open = [];

    /// <summary>The ticket the visitor had before they were removed; null where they never had one.</summary>
    public string? Kept { get; private set; }

    public async Task ArrangeAsync(string situation)
    {
        await ChangeVisitorAsync((person, now) => person.Enter(now));
        if (situation is "before-host")
            return;
        using var mara = await app.SignInAsync(DemoData.IntroHost);
        var host = await JoinAsync(await mara.LaunchAsync(meeting, meeting.Path));
        switch (situation)
        {
            case "host-leaves":
                await host.InvokeAsync("Leave");
                return;
            case "host-reconnects":
                host.Drop();
                await JoinAsync(await mara.LaunchAsync(meeting, meeting.Path));
                return;
            case "two-hosts":
                using (var jonas = await app.SignInAsync("jonas@acme.test"))
                    await JoinAsync(await jonas.LaunchAsync(meeting, meeting.Path));
                return;
            case "deny":
                await ChangeVisitorAsync((person, now) => person.Decline(Guid.NewGuid(), "Not today.", now, Participant.RetryAfter, null));
                return;
        }

        await ChangeVisitorAsync((person, now) => person.Admit(Guid.NewGuid(), now));
        if (situation == "admit")
            return;
        Kept = await visitor.LaunchAsync(meeting, meeting.GuestPath);
        await JoinAsync(Kept);
        var removed = await mara.PostJsonAsync(
            "/api/meetings/remove-participant", new { booking_id = meeting.Id, participant_id = meeting.VisitorId, reason = "Enough." },
            await mara.FindRequestTokenAsync(meeting.Path));
        Assert.Equal(HttpStatusCode.OK, removed.StatusCode);
    }

    /// <summary>Shows a ticket, good or not, on a page of its own that stays open.</summary>
    public async Task<HubPage> JoinAsync(string ticket)
    {
        var (page, _) = await HubPage.JoinAsync(app.Address, ticket, $"page {open.Count}");
        open.Add(page);
        return page;
    }

    public async Task<HubPage> ConnectAsync()
    {
        var page = await HubPage.ConnectAsync(app.Address);
        open.Add(page);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in open)
            await page.DisposeAsync();
    }

    private Task<bool> ChangeVisitorAsync(Action<Participant, Instant> change) => app.ChangeAsync(async db =>
    {
        change((await db.Participants.FindAsync(meeting.VisitorId))!, app.Now());
        return true;
    });
}
