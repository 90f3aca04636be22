using AngleSharp;
using AngleSharp.Html.Dom;

namespace Portal.Tests.Support.Http;

public static class Documents
{
    /// <param name="address">What relative links and forms are resolved against.</param>
    public static async Task<IHtmlDocument> ParseAsync(string html, Uri? address = null)
    {
        var context = BrowsingContext.New(Configuration.Default);
        return (IHtmlDocument)await context.OpenAsync(page => page.Content(html).Address(address ?? new Uri("http://localhost/")));
    }
}
