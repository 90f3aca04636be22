using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Meetings;

[Trait("Req", "N8")]
public sealed class DeviceCheckTests : IAsyncLifetime
{
    private readonly VisitorApp app = new();
    private PortalClient client = null!;
    private BookedVisit visit = null!;

    public async Task InitializeAsync()
    {
        app.Settings["Video:Direct:IceServers:0:Urls:0"] = "turn:turn.example:3478";
        app.Settings["Video:Direct:IceServers:0:Secret"] = "north";
        client = app.NewClient();
        visit = await app.BookAsync(client, "2026-01-06T11:00");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task What_was_found_is_kept_with_the_visitor_and_shown_to_both_sides()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("", new() { ["camera"] = "works", ["microphone"] = "denied", ["network"] = "relayed" })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("", new() { ["speaker"] = "true" })).StatusCode);

        var visitor = await app.ReadAsync(db => db.Participants.SingleAsync(row => row.Id == visit.Holder.ParticipantId));
        Assert.Equal(
            (DeviceState.Works, DeviceState.Denied, NetworkPath.Relayed, true, app.Time.GetCurrentInstant()),
            (visitor.Camera!.Value, visitor.Microphone!.Value, visitor.Network!.Value, visitor.SpeakerHeard!.Value, visitor.DevicesCheckedAt!.Value));
        const string words = "Camera works, microphone blocked in the browser, speaker heard, network over the relay";
        Assert.Contains(words, (await client.GetDocumentAsync($"{visit.Page}/device-check")).Body!.TextContent, StringComparison.Ordinal);
        using var mara = await app.SignInAsync(StaffApp.Mara);
        Assert.Contains(words, (await mara.GetDocumentAsync($"/dashboard/bookings/{visit.Holder.BookingId}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_waiting_page_tries_leaves_what_the_check_found_of_the_rest()
    {
        await PostAsync("", new() { ["camera"] = "denied", ["network"] = "relayed", ["speaker"] = "true" });
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("", new() { ["camera"] = "works", ["microphone"] = "missing" }, "devices")).StatusCode);

        var visitor = await app.ReadAsync(db => db.Participants.SingleAsync(row => row.Id == visit.Holder.ParticipantId));
        Assert.Equal(
            (DeviceState.Works, DeviceState.Missing, NetworkPath.Relayed, true),
            (visitor.Camera!.Value, visitor.Microphone!.Value, visitor.Network!.Value, visitor.SpeakerHeard!.Value));
    }

    [Theory]
    [InlineData("camera", "perfect")]
    [InlineData("camera", "99")]
    [InlineData("network", "7")]
    [InlineData("speaker", "loud")]
    public async Task What_no_check_finds_is_refused(string name, string value)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("", new() { [name] = value })).StatusCode);
        Assert.Null(await app.ReadAsync(db => db.Participants.Where(row => row.Id == visit.Holder.ParticipantId).Select(row => row.DevicesCheckedAt).SingleAsync()));
    }

    [Fact, Trait("Promise", "R14")]
    public async Task The_servers_are_told_on_asking_only_and_for_ten_minutes()
    {
        var page = await client.GetAsync($"{visit.Page}/device-check");
        Assert.DoesNotContain("turn.example", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var answer = JsonNode.Parse(await (await PostAsync("/servers", [])).Content.ReadAsStringAsync())!;

        var server = answer["servers"]![0]!;
        Assert.Equal(("turn:turn.example:3478", false), ((string?)server["urls"]![0], (bool)answer["relayOnly"]!));
        var until = long.Parse(((string)server["username"]!).Split(':')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(600, until - app.Time.GetCurrentInstant().ToUnixTimeSeconds());
    }

    [Fact]
    public async Task The_confirmation_and_the_meetings_page_lead_to_it()
    {
        Assert.NotNull((await client.GetDocumentAsync(visit.Page)).QuerySelector($"a[href='{visit.Page}/device-check']"));
        var response = await client.GetAsync($"{visit.Page}/device-check");
        Assert.Contains("camera=(self)", response.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostAsync(string handler, Dictionary<string, string> values, string to = "device-check")
    {
        var page = await client.GetDocumentAsync($"{visit.Page}/device-check");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{visit.Page}/{to}{handler}")
        {
            Headers = { { "RequestVerificationToken", token } },
            Content = new FormUrlEncodedContent(values),
        });
    }
}
