using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Api;

public sealed class ProfessionalApiTests : IAsyncLifetime
{
    private const string Sessions = "/api/professional/sessions/availability";

    private readonly StaffApp app = new();
    private PortalClient jonas = null!;
    private string token = null!;

    [Fact]
    [Trait("Req", "D1")]
    [Trait("Req", "D2")]
    public async Task A_session_is_offered_listed_and_removed()
    {
        var response = await jonas.PostJsonAsync(Sessions, new { date = "2026-01-10", start = "18:00", end = "18:45", price = 4900 }, token);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var offered = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("2026-01-10T17:00:00Z", 4900, "EUR", "free"), (
            offered.GetProperty("start_time").GetString(), offered.GetProperty("price").GetInt64(),
            offered.GetProperty("currency").GetString(), offered.GetProperty("status").GetString()));
        var id = offered.GetProperty("id").GetGuid();
        var listed = await (await jonas.GetAsync(Sessions)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(id, Assert.Single(listed.GetProperty("sessions").EnumerateArray()).GetProperty("id").GetGuid());

        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync(jonas, id, token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await DeleteAsync(jonas, id, token)).StatusCode);
    }

    [Theory]
    [InlineData("18:00", "18:45", 99, HttpStatusCode.UnprocessableEntity, "The price must be between 1.00 EUR and 250.00 EUR.")]
    [InlineData("18:00", "17:45", 4900, HttpStatusCode.UnprocessableEntity, "The session must end after it starts.")]
    [InlineData("6 pm", "17:45", 4900, HttpStatusCode.UnprocessableEntity, "date, start and end are required, such as 2026-11-24, 14:00 and 14:45")]
    [Trait("Req", "X8")]
    public async Task What_is_wrong_is_said_with_a_true_status(string start, string end, long price, HttpStatusCode status, string error)
    {
        var response = await jonas.PostJsonAsync(Sessions, new { date = "2026-01-10", start, end, price }, token);

        Assert.Equal((status, error), (response.StatusCode, await ErrorAsync(response)));
    }

    [Fact]
    [Trait("Req", "X7")]
    public async Task A_body_that_names_somebody_else_is_refused_and_so_is_nobody_and_a_missing_token()
    {
        var body = new { date = "2026-01-10", start = "18:00", end = "18:45", price = 4900, professional_id = Guid.NewGuid() };
        using var nobody = app.NewClient();

        Assert.Equal(HttpStatusCode.Forbidden, (await jonas.PostJsonAsync(Sessions, body, token)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await jonas.PostJsonAsync(Sessions, body, null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostJsonAsync(Sessions, body, null)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(Sessions)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await DeleteAsync(nobody, Guid.NewGuid(), token)).StatusCode);
    }

    [Fact]
    [Trait("Req", "D3")]
    public async Task Everybody_reads_the_real_times_of_a_professional_on_a_date()
    {
        using var anybody = app.NewClient();
        const string mara = "/api/professional/mara-lindner/availability";

        var answer = await (await anybody.GetAsync($"{mara}?organization=acme&date=2026-01-07")).Content.ReadFromJsonAsync<JsonElement>();

        var slots = answer.GetProperty("slots").EnumerateArray().ToList();
        var session = Assert.Single(slots, slot => slot.GetProperty("price").ValueKind == JsonValueKind.Number);
        Assert.Equal(("2026-01-07T17:00:00Z", 4900), (session.GetProperty("start_time").GetString(), session.GetProperty("price").GetInt64()));
        // somebody has 10:00 in Berlin
        Assert.Contains(slots, slot => slot.GetProperty("start_time").GetString() == "2026-01-07T10:00:00Z");
        Assert.DoesNotContain(slots, slot => slot.GetProperty("start_time").GetString() == "2026-01-07T09:00:00Z");
        var byId = await anybody.GetAsync($"/api/professional/{answer.GetProperty("professional_id").GetGuid()}/availability?date=2026-01-07");
        Assert.Equal(slots.Count, (await byId.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("slots").GetArrayLength());

        Assert.Equal(HttpStatusCode.BadRequest, (await anybody.GetAsync($"{mara}?organization=acme")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync($"{mara}?organization=globex&date=2026-01-07")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anybody.GetAsync($"{mara}?date=2026-01-07")).StatusCode);
    }

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        jonas = await app.SignInAsync(StaffApp.Jonas);
        token = (await jonas.GetDocumentAsync("/dashboard/sessions")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    public async Task DisposeAsync()
    {
        jonas.Dispose();
        await app.DisposeAsync();
    }

    private static Task<HttpResponseMessage> DeleteAsync(PortalClient client, Guid id, string token)
    {
        var request = new HttpRequestMessage(HttpMethod.Delete, $"{Sessions}/{id}");
        request.Headers.Add("RequestVerificationToken", token);
        return client.SendAsync(request);
    }

    private static async Task<string?> ErrorAsync(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString();
}
