using Portal.Tests.Support.Http;

namespace Portal.Tests.Web;

/// <summary>Requests as htmx makes them.</summary>
internal static class Fragments
{
    /// <param name="version">Of what the browser shows, as <c>HX-PTag</c> gave it.</param>
    public static Task<HttpResponseMessage> GetFragmentAsync(this PortalClient client, string url, string? version = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("HX-Request", "true");
        if (version is not null)
            request.Headers.Add("HX-PTag", version);
        return client.SendAsync(request);
    }
}
