using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Portal.Core.Bookings;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Api;

[Trait("Req", "B3")]
public sealed class WaitingDecisionsApiTests : IAsyncLifetime
{
    private const string Path = "/api/meetings/waiting-room";

    private readonly StaffApp app = new();
    private BookedMeeting meeting = null!;
    private PortalClient mara = null!;
    private string token = null!;

    [Fact]
    public async Task The_list_says_who_waits_for_whom_and_how_long()
    {
        app.Time.Advance(Duration.FromSeconds(75));

        var waiting = (await ReadAsync(await mara.GetAsync(Path)))["waiting"]!.AsArray();

        var row = waiting.Single(one => (Guid)one!["participant_id"]! == meeting.VisitorId)!;
        Assert.Equal((meeting.Id, "Vera Visitor", 75L, "Intro call", "Mara Lindner", true, false), (
            (Guid)row["booking_id"]!, (string?)row["name"], (long)row["waiting_seconds"]!, (string?)row["meeting_type"], (string?)row["host_name"],
            (bool)row["device_verified"]!, (bool)row["host_is_late"]!));
    }

    [Fact]
    public async Task Approving_lets_in_and_the_second_is_told_who_did_and_when()
    {
        var approved = await PostAsync("approve", new { participant_id = meeting.VisitorId });

        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        Assert.Equal(("approved", meeting.Id), ((string?)(await ReadAsync(approved))["status"], (Guid)(await ReadAsync(approved))["booking_id"]!));
        Assert.Equal(Admission.Admitted, (await app.FindVisitorAsync(meeting)).Admission);

        using var jonas = await app.SignInAsync(StaffApp.Jonas);
        var second = await PostAsync("reject", new { participant_id = meeting.VisitorId, reason = "Busy" }, jonas);
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        var told = await ReadAsync(second);
        Assert.Equal(
            ("Mara Lindner has let Vera Visitor in already", "approved", "Mara Lindner", "2026-01-05T07:00:00Z"),
            ((string?)told["error"], (string?)told["status"], (string?)told["decided_by"], (string?)told["decided_at"]));
    }

    [Fact]
    public async Task Rejecting_tells_why_and_when_to_come_back()
    {
        var back = app.Time.GetCurrentInstant() + Duration.FromMinutes(20);

        var rejected = await PostAsync("reject", new { participant_id = meeting.VisitorId, reason = " Lunch ", come_back_at = InstantPattern.General.Format(back) });

        Assert.Equal(HttpStatusCode.OK, rejected.StatusCode);
        Assert.Equal("rejected", (string?)(await ReadAsync(rejected))["status"]);
        var visitor = await app.FindVisitorAsync(meeting);
        Assert.Equal((Admission.Declined, "Lunch", back), (visitor.Admission, visitor.RejectionReason, visitor.ComeBackAt));
    }

    [Theory]
    [InlineData("come_back_at", "14:20")]
    [InlineData("come_back_at", "2026-01-05T07:00:00Z")]
    [InlineData("come_back_at", "2026-01-06T07:00:00Z")]
    [InlineData("participant_id", null)]
    public async Task What_cannot_be_taken_is_named_and_nobody_is_turned_away(string field, string? value)
    {
        var body = new JsonObject { ["participant_id"] = meeting.VisitorId, [field] = value };

        var refused = await PostAsync("reject", body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(field, Assert.Single((await ReadAsync(refused))["fields"]!.AsObject()).Key);
        Assert.Equal(Admission.Waiting, (await app.FindVisitorAsync(meeting)).Admission);
    }

    [Fact, Trait("Req", "C8")]
    public async Task Another_organisation_finds_nobody()
    {
        using var henry = await app.SignInAsync(StaffApp.OtherAdmin);

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("approve", new { participant_id = meeting.VisitorId }, henry)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("reject", new { participant_id = meeting.VisitorId }, henry)).StatusCode);
        Assert.Empty((await ReadAsync(await henry.GetAsync(Path)))["waiting"]!.AsArray());
        Assert.Equal(Admission.Waiting, (await app.FindVisitorAsync(meeting)).Admission);
    }

    [Fact, Trait("Req", "X7")]
    public async Task Nobody_is_401_and_a_body_that_names_a_colleague_or_lacks_the_token_is_refused()
    {
        using var nobody = app.NewClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.SendAsync(Request("approve", new { participant_id = meeting.VisitorId }, null))).StatusCode);

        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("approve", new { participant_id = meeting.VisitorId, user_id = Guid.NewGuid() })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await mara.SendAsync(Request("approve", new { participant_id = meeting.VisitorId }, null))).StatusCode);
        Assert.Equal(Admission.Waiting, (await app.FindVisitorAsync(meeting)).Admission);
    }

    [Fact, Trait("Promise", "R14")]
    public async Task A_visitor_at_the_door_cannot_let_themselves_in()
    {
        using var vera = app.NewClient();
        var page = await vera.GetDocumentAsync($"/meetings/{meeting.Token}/waiting");
        await app.RunAsync((LeaveWaitingRoom leave) => leave.RunAsync(meeting.VisitorId, default));
        page = await vera.GetDocumentAsync($"/meetings/{meeting.Token}/waiting");
        await vera.PostFormAsync(page, "#door form");

        Assert.Equal(HttpStatusCode.Forbidden, (await vera.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await vera.SendAsync(Request("approve", new { participant_id = meeting.VisitorId }, null))).StatusCode);
        Assert.Equal(Admission.Waiting, (await app.FindVisitorAsync(meeting)).Admission);
    }

    public async Task InitializeAsync()
    {
        meeting = await app.BookAndWaitAsync();
        mara = await app.SignInAsync(StaffApp.Mara);
        token = await TokenAsync(mara);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    private async Task<HttpResponseMessage> PostAsync(string act, object body, PortalClient? by = null) =>
        await (by ?? mara).SendAsync(Request(act, body, by is null ? token : await TokenAsync(by)));

    private static HttpRequestMessage Request(string act, object body, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Path}/{act}") { Content = JsonContent.Create(body) };
        if (token is not null)
            request.Headers.Add("RequestVerificationToken", token);
        return request;
    }

    private static async Task<string> TokenAsync(PortalClient client) =>
        (await client.GetDocumentAsync("/dashboard")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response) => (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
}
