using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Live;

/// <summary>
/// R14 as a table: in every situation at the door, every way a visitor could try to get in. Somebody is in when the database says
/// so: a seat in the meeting's room, or a participant in its call.
/// </summary>
[Trait("Promise", "R14")]
public sealed class AdmissionMatrixTests(CallApp app) : IClassFixture<CallApp>
{
    private static readonly string[] Attempts = ["reload", "second-tab", "replayed-token", "other-guest's-token", "direct-hub-connect", "out-of-order"];

    /// <summary>What needs a ticket of one's own, and so works for whom a host has let in.</summary>
    private static readonly string[] Honest = ["reload", "second-tab", "replayed-token", "out-of-order"];

    private static readonly object Signal = new { candidate = "candidate:1 1 udp 1 127.0.0.1 9 typ host", sdpMid = "0" };

    public static TheoryData<string, string, string> Cells()
    {
        var cells = new TheoryData<string, string, string>();
        for (var row = 0; row < DoorScene.Situations.Length; row++)
            for (var column = 0; column < Attempts.Length; column++)
                cells.Add($"M{row + 1}{(char)('a' + column)}", DoorScene.Situations[row], Attempts[column]);
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
        await using var scene = new DoorScene(app, meeting, visitor);
        await scene.ArrangeAsync(situation);

        await TryAsync(meeting, attempt, visitor, scene);

        Assert.True(await app.IsInAsync(meeting) == (situation == "admit" && Honest.Contains(attempt)), $"{id}: {situation} × {attempt}");
    }

    private async Task TryAsync(CallMeeting meeting, string attempt, PortalClient visitor, DoorScene scene)
    {
        var kept = scene.Kept;
        var own = await TryLaunchAsync(meeting, visitor);
        switch (attempt)
        {
            case "reload":
                await TryJoinAsync(await TryLaunchAsync(meeting, visitor), scene);
                break;
            case "second-tab":
                await TryJoinAsync(own, scene);
                await TryJoinAsync(await TryLaunchAsync(meeting, visitor), scene);
                break;
            case "replayed-token":
                await TryJoinAsync(kept ?? own, scene);
                await TryJoinAsync(kept ?? own, scene);
                break;
            case "other-guest's-token":
                var theirs = await app.AddMeetingAsync(Duration.Zero);
                using (var other = await app.AsVisitorAsync(theirs))
                    await TryJoinAsync(await other.LaunchAsync(theirs, theirs.GuestPath), scene);
                break;
            case "direct-hub-connect":
                foreach (var forged in new[] { "", meeting.Id.ToString(), "CfDJ8AAAA", Portal.Core.Video.RoomName.For(meeting.Id, 0) })
                    await TryJoinAsync(forged, scene);
                break;
            default:
                var page = await scene.ConnectAsync();
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
            "/api/meetings/launch-video", new { booking_id = meeting.Id, @as = "guest" }, await app.RequestTokenAsync(visitor));
        return response.IsSuccessStatusCode ? (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString() : null;
    }

    private static async Task TryJoinAsync(string? ticket, DoorScene scene)
    {
        if (ticket is not null)
            await scene.JoinAsync(ticket);
    }
}
