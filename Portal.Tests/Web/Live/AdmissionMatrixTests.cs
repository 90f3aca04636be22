using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Video.Direct;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Live;

/// <summary>
/// R14 as a table: in every situation at the door, every way a visitor could try to get in. Somebody is in when the database says
/// so: a seat in the meeting's room, or a participant in its call.
/// </summary>
[Trait("Promise", "R14")]
public sealed partial class AdmissionMatrixTests(CallApp app) : IClassFixture<CallApp>
{
    private static readonly string[] Situations = ["before-host", "host-leaves", "host-reconnects", "two-hosts", "deny", "admit", "kick"];
    private static readonly string[] Attempts = ["reload", "second-tab", "replayed-token", "other-guest's-token", "direct-hub-connect", "out-of-order"];

    /// <summary>What needs a ticket of one's own, and so works for whom a host has let in.</summary>
    private static readonly string[] Honest = ["reload", "second-tab", "replayed-token", "out-of-order"];

    private static readonly object Signal = new { candidate = "candidate:1 1 udp 1 127.0.0.1 9 typ host", sdpMid = "0" };

    public static TheoryData<string, string, string> Cells()
    {
        var cells = new TheoryData<string, string, string>();
        for (var row = 0; row < Situations.Length; row++)
            for (var column = 0; column < Attempts.Length; column++)
                cells.Add($"M{row + 1}{(char)('a' + column)}", Situations[row], Attempts[column]);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    [Trait("Req", "X4")]
    [Trait("Req", "X10")]
    public async Task Nobody_is_in_a_call_whom_no_host_let_in(string id, string situation, string attempt)
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero, admitted: false);
        using var visitor = await app.AsVisitorAsync(meeting);
        var open = new List<HubPage>();
        try
        {
            var kept = await ArrangeAsync(meeting, situation, visitor, open);
            await TryAsync(meeting, attempt, visitor, kept, open);

            Assert.True(await IsInAsync(meeting) == (situation == "admit" && Honest.Contains(attempt)), $"{id}: {situation} × {attempt}");
        }
        finally
        {
            foreach (var page in open)
                await page.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("before-host")]
    [InlineData("two-hosts")]
    [InlineData("deny")]
    [InlineData("kick")]
    public async Task No_answer_to_somebody_outside_carries_anything_that_opens_a_call(string situation)
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero, admitted: false);
        using var visitor = await app.AsVisitorAsync(meeting);
        var open = new List<HubPage>();
        await ArrangeAsync(meeting, situation, visitor, open);
        var token = await RequestTokenAsync(visitor);

        List<HttpResponseMessage> answers = [await visitor.GetAsync(meeting.GuestPath)];
        foreach (var path in new[] { "launch-video", "refresh-token", "seat-ticket" })
            answers.Add(await visitor.PostJsonAsync($"/api/meetings/{path}", new { booking_id = meeting.Id, @as = "guest" }, token));
        answers.Add(await visitor.PostJsonAsync($"/api/sessions/{meeting.Id}/generate-call-link", new { @as = "guest" }, token));

        foreach (var answer in answers)
        {
            var body = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Empty(TicketsIn(body));
            Assert.DoesNotContain("eyJ", body, StringComparison.Ordinal);
            Assert.DoesNotContain("iceServers", body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\"token\"", body, StringComparison.Ordinal);
        }

        foreach (var page in open)
            await page.DisposeAsync();
    }

    [Fact]
    public async Task The_scan_sees_a_ticket_where_there_is_one()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        using var visitor = await app.AsVisitorAsync(meeting);

        Assert.Single(TicketsIn($"<p data-token=\"{await visitor.LaunchAsync(meeting, meeting.GuestPath)}\">"));
    }

    [Fact]
    public async Task A_removed_guest_gets_back_in_none_of_a_thousand_tries()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero, admitted: false);
        using var visitor = await app.AsVisitorAsync(meeting);
        var open = new List<HubPage>();
        var kept = await ArrangeAsync(meeting, "kick", visitor, open);
        var token = await RequestTokenAsync(visitor);

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 980; i++)
            statuses.Add((await visitor.PostJsonAsync(
                i % 2 == 0 ? "/api/meetings/launch-video" : "/api/meetings/refresh-token", new { booking_id = meeting.Id, @as = "guest" }, token)).StatusCode);
        for (var i = 0; i < 20; i++)
        {
            var (page, answer) = await HubPage.JoinAsync(app.Address, kept!, $"page-{i}");
            Assert.Equal("ticket", answer.GetProperty("refused").GetString());
            await page.DisposeAsync();
        }

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.Forbidden, status));
        Assert.False(await IsInAsync(meeting));
        foreach (var page in open)
            await page.DisposeAsync();
    }

    /// <returns>A ticket the visitor once had; null where they never had one.</returns>
    private async Task<string?> ArrangeAsync(CallMeeting meeting, string situation, PortalClient visitor, List<HubPage> open)
    {
        await ChangeVisitorAsync(meeting, (person, now) => person.Enter(now));
        if (situation is "before-host")
            return null;
        using var mara = await app.SignInAsync(DemoData.IntroHost);
        var host = await JoinAsync(await mara.LaunchAsync(meeting, meeting.Path), "mara", open);
        switch (situation)
        {
            case "host-leaves":
                await host.InvokeAsync("Leave");
                return null;
            case "host-reconnects":
                host.Drop();
                await JoinAsync(await mara.LaunchAsync(meeting, meeting.Path), "mara again", open);
                return null;
            case "two-hosts":
                using (var jonas = await app.SignInAsync("jonas@acme.test"))
                    await JoinAsync(await jonas.LaunchAsync(meeting, meeting.Path), "jonas", open);
                return null;
            case "deny":
                await ChangeVisitorAsync(meeting, (person, now) => person.Decline(Guid.NewGuid(), "Not today.", now, Participant.RetryAfter, null));
                return null;
        }

        await ChangeVisitorAsync(meeting, (person, now) => person.Admit(Guid.NewGuid(), now));
        if (situation == "admit")
            return null;
        var kept = await visitor.LaunchAsync(meeting, meeting.GuestPath);
        await JoinAsync(kept, "vera", open);
        var removed = await mara.PostJsonAsync(
            "/api/meetings/remove-participant", new { booking_id = meeting.Id, participant_id = meeting.VisitorId, reason = "Enough." },
            await mara.FindRequestTokenAsync(meeting.Path));
        Assert.Equal(HttpStatusCode.OK, removed.StatusCode);
        return kept;
    }

    private async Task TryAsync(CallMeeting meeting, string attempt, PortalClient visitor, string? kept, List<HubPage> open)
    {
        var own = await TryLaunchAsync(meeting, visitor);
        switch (attempt)
        {
            case "reload":
                await TryJoinAsync(await TryLaunchAsync(meeting, visitor), open);
                break;
            case "second-tab":
                await TryJoinAsync(own, open);
                await TryJoinAsync(await TryLaunchAsync(meeting, visitor), open);
                break;
            case "replayed-token":
                await TryJoinAsync(kept ?? own, open);
                await TryJoinAsync(kept ?? own, open);
                break;
            case "other-guest's-token":
                var theirs = await app.AddMeetingAsync(Duration.Zero);
                using (var other = await app.AsVisitorAsync(theirs))
                    await TryJoinAsync(await other.LaunchAsync(theirs, theirs.GuestPath), open);
                break;
            case "direct-hub-connect":
                foreach (var forged in new[] { "", meeting.Id.ToString(), "CfDJ8AAAA", Portal.Core.Video.RoomName.For(meeting.Id, 0) })
                    await TryJoinAsync(forged, open);
                break;
            default:
                var page = await HubPage.ConnectAsync(app.Address);
                open.Add(page);
                await page.InvokeAsync("State", new { mic = true, cam = true, sharing = false });
                await page.InvokeAsync("Signal", meeting.VisitorId, "session", "description", Signal);
                await page.InvokeAsync("Leave");
                await page.InvokeAsync("Join", kept ?? own ?? "", "page", new { mic = true, cam = true, sharing = false });
                await page.InvokeAsync("Signal", meeting.VisitorId, "session", "candidate", Signal);
                break;
        }
    }

    private async Task<string?> TryLaunchAsync(CallMeeting meeting, PortalClient visitor)
    {
        var response = await visitor.PostJsonAsync(
            "/api/meetings/launch-video", new { booking_id = meeting.Id, @as = "guest" }, await RequestTokenAsync(visitor));
        return response.IsSuccessStatusCode ? (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString() : null;
    }

    // of a meeting of their own, whose page they can open; it is good for every request of this browser
    private async Task<string> RequestTokenAsync(PortalClient visitor)
    {
        var theirs = await app.AddMeetingAsync(Duration.Zero);
        await visitor.GetAsync(CallApp.VisitorDoorOf(theirs));
        return await visitor.FindRequestTokenAsync(theirs.GuestPath);
    }

    private async Task TryJoinAsync(string? ticket, List<HubPage> open)
    {
        if (ticket is not null)
            await JoinAsync(ticket, $"page {open.Count}", open);
    }

    private async Task<HubPage> JoinAsync(string ticket, string pageId, List<HubPage> open)
    {
        var (page, _) = await HubPage.JoinAsync(app.Address, ticket, pageId);
        open.Add(page);
        return page;
    }

    private Task<bool> ChangeVisitorAsync(CallMeeting meeting, Action<Participant, Instant> change) => app.ChangeAsync(async db =>
    {
        change((await db.Participants.FindAsync(meeting.VisitorId))!, app.Now());
        return true;
    });

    private async Task<bool> IsInAsync(CallMeeting meeting)
    {
        var booking = await app.FindBookingAsync(meeting.Id);
        var seats = await app.RunAsync((DirectRooms rooms) => rooms.InAsync(Portal.Core.Video.RoomName.Of(booking), default));
        var seated = seats.Exists(seat => seat.ParticipantId == meeting.VisitorId);
        Assert.Equal(seated, booking.Participants.Single(person => person.Id == meeting.VisitorId).IsInCall);
        return seated;
    }

    private IEnumerable<string> TicketsIn(string body)
    {
        var tickets = (DirectTickets)app.Services.GetService(typeof(DirectTickets))!;
        return Protected().Matches(body).Select(match => match.Value).Where(text => tickets.TryRead(text, app.Now(), out _));
    }

    // how everything begins that the key ring has protected: tickets, and the antiforgery tokens that are none
    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+")]
    private static partial Regex Protected();
}
