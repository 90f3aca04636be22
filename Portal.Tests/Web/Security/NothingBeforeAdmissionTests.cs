using System.Net;
using System.Text.RegularExpressions;
using Portal.Core.Bookings;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Security;

/// <summary>
/// Whatever somebody who waits asks for, with everything they have, nothing in the answer opens the call: no ticket, no token of
/// a provider, no name of the room.
/// </summary>
[Trait("Promise", "R14")]
public sealed partial class NothingBeforeAdmissionTests : IAsyncLifetime
{
    private readonly VisitorApp app = new();
    private PortalClient client = null!;
    private BookedVisit visit = null!;
    private string token = "";

    public async Task InitializeAsync()
    {
        client = app.NewClient();
        visit = await app.BookAsync(client, "2026-01-06T11:00");
        app.Time.Set(World.At("2026-01-06T10:50"));
        var door = await client.GetDocumentAsync(visit.Page + "/waiting");
        token = door.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await client.PostFormAsync(door, "form[action$='/waiting/enter']");
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Theory]
    [InlineData(Admission.Outside)]
    [InlineData(Admission.Waiting)]
    [InlineData(Admission.Declined)]
    public async Task Nothing_a_visitor_can_reach_carries_a_credential(Admission admission)
    {
        await BringToAsync(admission);
        var id = visit.Holder.BookingId;

        foreach (var path in Paths())
        {
            await ScanAsync(await client.GetAsync(path));
            await ScanAsync(await client.PostJsonAsync(path, new { booking_id = id, @as = "guest" }, token));
        }

        foreach (var path in new[] { "/api/meetings/launch-video", "/api/meetings/refresh-token", "/api/meetings/seat-ticket" })
            Assert.Equal(HttpStatusCode.Forbidden, (await client.PostJsonAsync(path, new { booking_id = id }, token)).StatusCode);
    }

    [Theory]
    [InlineData("""{"token":"eyJhbGciOiJIUzI1NiJ9.eyJyb29tIjoieCJ9.c2lnbmF0dXJl"}""")]
    [InlineData("""{"roomName":"portal-123"}""")]
    [InlineData("""{"access_token":"abc"}""")]
    [InlineData("""<main data-ice="turn:turn.example.org" data-credential="secret">""")]
    public void An_answer_that_did_would_be_noticed(string body) => Assert.Matches(Credential(), body);

    /// <summary>Every address a visitor's own links, their booking's id and the API's names lead to.</summary>
    private IEnumerable<string> Paths()
    {
        var (page, id) = (visit.Page, visit.Holder.BookingId);
        string[] own = ["", "/state", "/waiting", "/waiting/status", "/waiting/enter", "/waiting/leave", "/waiting/say", "/verify", "/verify/code", "/devices", "/move", "/cancel", "/invite.ics"];
        string[] calls = [$"/meetings/{id}/call", $"/meetings/{id}/call?as=guest", $"/meetings/{page.Split('/')[2]}/call"];
        string[] api = ["waiting-room/enter", "waiting-room/approve", "waiting-room/reject", "launch-video", "refresh-token", "seat-ticket", "end-meeting", "bookings", "rooms", $"bookings/{id}"];
        return [.. own.Select(path => page + path), .. calls, .. api.Select(name => $"/api/meetings/{name}?booking_id={id}"), $"/api/sessions/{id}/generate-call-link", "/live/call"];
    }

    private static async Task ScanAsync(HttpResponseMessage response)
    {
        var said = string.Join('\n', response.Headers.Select(header => $"{header.Key}: {string.Join(' ', header.Value)}").Where(line => !line.StartsWith("Set-Cookie", StringComparison.Ordinal)));
        var body = await response.Content.ReadAsStringAsync();
        Assert.False(
            Credential().IsMatch(said + body),
            $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri} answered {(int)response.StatusCode} with {Credential().Match(said + body).Value}");
    }

    private async Task BringToAsync(Admission admission)
    {
        if (admission == Admission.Outside)
            await app.RunAsync((LeaveWaitingRoom leave) => leave.RunAsync(visit.Holder.ParticipantId, default));
        else if (admission == Admission.Declined)
            await app.RunAsync((DeclineParticipant decline) => decline.RunAsync(
                new DeclineParticipantRequest(visit.Holder.OrganizationId, visit.Holder.ParticipantId, null, Actor.Staff(Guid.NewGuid(), "Mara")), default));
        Assert.Equal(admission, (await app.FindBookingAsync(visit)).Participants.Single(row => row.Id == visit.Holder.ParticipantId).Admission);
    }

    [GeneratedRegex("""eyJ[\w-]+\.[\w-]+\.[\w-]+|"(token|access_token|room_?name|participant_identity|livekit_url)"\s*:|(turn|stun)s?:|data-(credential|ticket)=""", RegexOptions.IgnoreCase)]
    private static partial Regex Credential();
}
