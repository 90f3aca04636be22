using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Api;

/// <summary>A signed-in member who calls the API, with the antiforgery token of a page.</summary>
internal sealed class ApiCaller(PortalClient client, string token)
{
    public static async Task<ApiCaller> SignInAsync(PortalApp app, string email)
    {
        var client = await app.SignInAsync(email);
        var page = await client.GetDocumentAsync("/dashboard/invite");
        return new ApiCaller(client, page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path);

    public async Task<JsonObject> ReadAsync(string path) => await ReadAsync(await GetAsync(path));

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, string? idempotencyKey = null, bool withToken = true)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        if (withToken)
            request.Headers.Add("RequestVerificationToken", token);
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return client.SendAsync(request);
    }

    public static async Task<JsonObject> ReadAsync(HttpResponseMessage response) =>
        (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
}
