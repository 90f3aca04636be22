using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Api;

[Trait("Req", "C6")]
public sealed class MeetingTypesApiTests : IAsyncLifetime
{
    private const string Path = "/api/meetings/meeting-types";

    private readonly StaffApp app = new();
    private PortalClient emil = null!;
    private string token = null!;

    [Fact]
    public async Task A_type_is_created_read_changed_and_deleted()
    {
        var created = await SendAsync(HttpMethod.Post, Path, await BodyAsync());
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var address = created.Headers.Location!.OriginalString;

        var read = await ReadAsync(await emil.GetAsync(address));
        var type = (JsonObject)read["meeting_type"]!;
        Assert.Equal("http://localhost/book/acme/api-made", (string?)read["link"]);
        Assert.Equal(("API made", 30, "2026-02-01", "Mara Lindner", "order-number"), (
            (string?)type["name"], (int)type["length_minutes"]!, (string?)type["first_day"], (string?)type["hosts"]![0]!["name"],
            (string?)type["questions"]![0]!["key"]));

        type["name"] = "API changed";
        var changed = await SendAsync(HttpMethod.Put, address, type);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(1, (int)(await ReadAsync(changed))["version"]!);
        Assert.Contains("API changed", (await ReadAsync(await emil.GetAsync(Path)))["meeting_types"]!.AsArray().Select(row => (string?)row!["name"]));

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await emil.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Delete, address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Put, address, type)).StatusCode);
    }

    [Fact]
    public async Task Every_value_that_cannot_be_taken_is_named()
    {
        var body = await BodyAsync();
        (body["name"], body["slug"], body["length_minutes"], body["last_day"]) = ("", "x", 2, "never");
        body["questions"]![0]!["label"] = "";

        var response = await SendAsync(HttpMethod.Post, Path, body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var fields = (await ReadAsync(response))["fields"]!.AsObject();
        Assert.Equal(["last_day", "length_minutes", "name", "questions[0].label"], fields.Select(field => field.Key).Order());
        Assert.Equal("Take 5 min to 24 h.", (string?)fields["length_minutes"]![0]);
    }

    [Theory]
    [InlineData("visibility", "\"everybody\"")]
    [InlineData("assignment", "1")]
    [InlineData("capacity", "\"many\"")]
    public async Task A_value_of_the_wrong_kind_is_named(string field, string value)
    {
        var body = await BodyAsync();
        body[field] = JsonNode.Parse(value);

        var response = await SendAsync(HttpMethod.Post, Path, body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(field, Assert.Single((await ReadAsync(response))["fields"]!.AsObject()).Key);
    }

    [Fact]
    public async Task A_version_somebody_else_left_behind_conflicts_and_the_new_one_is_told()
    {
        var address = (await SendAsync(HttpMethod.Post, Path, await BodyAsync())).Headers.Location!.OriginalString;
        var type = (JsonObject)(await ReadAsync(await emil.GetAsync(address)))["meeting_type"]!;
        await SendAsync(HttpMethod.Put, address, type);

        var second = await SendAsync(HttpMethod.Put, address, type);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Equal(1, (int)(await ReadAsync(second))["version"]!);
        type.Remove("version");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(HttpMethod.Put, address, type)).StatusCode);
    }

    [Fact]
    public async Task A_type_that_was_booked_is_not_deleted() =>
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(HttpMethod.Delete, $"{Path}/{await IdOfAsync(DemoData.Acme, "intro-call")}")).StatusCode);

    [Fact, Trait("Req", "C8")]
    public async Task Another_organisations_type_is_not_found()
    {
        var path = $"{Path}/{await IdOfAsync(DemoData.Globex, "consultation")}";

        Assert.Equal(HttpStatusCode.NotFound, (await emil.GetAsync(path)).StatusCode);
        var body = await BodyAsync();
        body["version"] = 0;
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Put, path, body)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Delete, path)).StatusCode);
        Assert.DoesNotContain("Consultation", (await ReadAsync(await emil.GetAsync(Path))).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory, Trait("Req", "C8")]
    [InlineData(StaffApp.Agent)]
    [InlineData(StaffApp.Mara)]
    public async Task Whoever_is_no_admin_reads_and_changes_nothing(string email)
    {
        var path = $"{Path}/{await IdOfAsync(DemoData.Acme, "onboarding")}";
        (emil, token) = (await app.SignInAsync(email), "");

        Assert.Equal(HttpStatusCode.OK, (await emil.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await emil.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Post, Path, await BodyAsync())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Put, path, await BodyAsync())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Delete, path)).StatusCode);
    }

    [Fact, Trait("Req", "C8")]
    public async Task Nobody_is_told_to_sign_in()
    {
        var body = await BodyAsync();
        var path = $"{Path}/{await IdOfAsync(DemoData.Acme, "onboarding")}";
        emil = app.NewClient();

        foreach (var response in new[] { await emil.GetAsync(Path), await emil.GetAsync(path), await SendAsync(HttpMethod.Post, Path, body), await SendAsync(HttpMethod.Put, path, body), await SendAsync(HttpMethod.Delete, path) })
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Without_the_antiforgery_header_nothing_is_changed()
    {
        token = "";

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Post, Path, await BodyAsync())).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Delete, $"{Path}/{await IdOfAsync(DemoData.Acme, "workshop")}")).StatusCode);
        Assert.NotEqual(Guid.Empty, await IdOfAsync(DemoData.Acme, "workshop"));
    }

    public async Task InitializeAsync()
    {
        emil = await app.SignInAsync(StaffApp.Admin);
        var page = await emil.GetDocumentAsync("/admin/meeting-types/new");
        token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    private async Task<JsonObject> BodyAsync()
    {
        var mara = await app.RunAsync((PortalDbContext db) => db.Users.Where(user => user.Email == StaffApp.Mara).Select(user => user.Id).SingleAsync());
        return (JsonObject)JsonSerializer.SerializeToNode(new
        {
            name = "API made",
            length_minutes = 30,
            further_lengths_minutes = new[] { 60 },
            horizon_days = 30,
            first_day = "2026-02-01",
            hosts = new[] { new { host_id = mara } },
            questions = new[] { new { label = "Order number", kind = "short_text", is_required = true } },
        })!;
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (token.Length > 0)
            request.Headers.Add("RequestVerificationToken", token);
        return await emil.SendAsync(request);
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage response) => (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    private Task<Guid> IdOfAsync(string organization, string slug) => app.RunAsync((PortalDbContext db) =>
        db.MeetingTypes.Where(type => type.Organization!.Slug == organization && type.Slug == slug).Select(type => type.Id).SingleAsync());
}
