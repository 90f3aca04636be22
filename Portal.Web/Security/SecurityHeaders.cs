namespace Portal.Web.Security;

/// <summary>What every response says about itself. A page that needs more (the call its camera) says so on its endpoint.</summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; "
        + "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>For the one page that connects to a provider, and to that provider only.</summary>
    public static string PolicyConnectingTo(params IEnumerable<string> origins) =>
        Policy.Replace("connect-src 'self'", $"connect-src 'self' {string.Join(' ', origins)}", StringComparison.Ordinal);

    private const string NoDevices = "camera=(), microphone=(), display-capture=(), geolocation=(), payment=()";

    private const string CallDevices =
        "camera=(self), microphone=(self), display-capture=(self), autoplay=(self), fullscreen=(self), "
        + "picture-in-picture=(self), screen-wake-lock=(self), speaker-selection=(self), geolocation=(), payment=()";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            var page = http.GetEndpoint()?.Metadata;
            var usesDevices = page?.GetMetadata<UsesCameraAndMicrophoneAttribute>() is not null;
            headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy : Policy;
            headers["Permissions-Policy"] = usesDevices ? CallDevices : NoDevices;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            if (page?.GetMetadata<StaysInWindowGroupAttribute>() is null)
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            // pages carry names and links of people; what may be stored says so itself
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    });
}
