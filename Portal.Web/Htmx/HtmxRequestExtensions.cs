namespace Portal.Web.Htmx;

public static class HtmxRequestExtensions
{
    /// <summary>True when htmx made this request and will swap a fragment, false for a visit and for a restored history entry.</summary>
    public static bool IsHtmx(this HttpRequest request) =>
        request.Headers["HX-Request"] == "true" && request.Headers["HX-History-Restore-Request"] != "true";
}
