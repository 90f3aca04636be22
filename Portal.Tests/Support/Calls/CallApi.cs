using System.Net.Http.Json;
using System.Text.Json;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Support.Calls;

/// <summary>The meetings API as the call's page uses it.</summary>
public static class CallApi
{
    /// <summary>From the page of the call, which the client must be able to open.</summary>
    public static async Task<string> FindRequestTokenAsync(this PortalClient client, string callPath) =>
        (await client.GetDocumentAsync(callPath)).QuerySelector("[data-call]")!.GetAttribute("data-request-token")!;

    public static Task<HttpResponseMessage> PostJsonAsync(this PortalClient client, string path, object? body, string? requestToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (requestToken is not null)
            request.Headers.Add("RequestVerificationToken", requestToken);
        return client.SendAsync(request);
    }

    /// <summary>Opens the call's page and launches.</summary>
    /// <returns>The ticket.</returns>
    public static async Task<string> LaunchAsync(this PortalClient client, CallMeeting meeting, string callPath)
    {
        var token = await client.FindRequestTokenAsync(callPath);
        var response = await client.PostJsonAsync("/api/meetings/launch-video", new { booking_id = meeting.Id }, token);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }
}
