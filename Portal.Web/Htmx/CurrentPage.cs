namespace Portal.Web.Htmx;

public static class CurrentPage
{
    /// <summary>The page htmx asked from, as a path of this portal with its query; null for a visit.</summary>
    public static string? FindCurrentPage(this HttpRequest request) =>
        request.IsHtmx()
        && Uri.TryCreate(request.Headers["HX-Current-URL"].ToString(), UriKind.Absolute, out var page)
        && page.Authority == request.Host.Value
            ? page.PathAndQuery
            : null;
}
