using Microsoft.AspNetCore.OutputCaching;

namespace Portal.Web.Hosting;

/// <summary>
/// Answers a page that anybody may see from memory while everything it shows is still so. What is meant for one person is never
/// kept: the answer to somebody signed in, a form, a cookie.
/// </summary>
/// <param name="shown">
/// All that the page shows beside what its address says, in a word that changes with it; null when this page is for one person.
/// </param>
internal sealed class PublicPageCache(Func<HttpContext, ValueTask<string?>> shown) : IOutputCachePolicy
{
    // of memory, for all pages together
    public const long MostBytes = 64 * 1024 * 1024;

    // the address a fragment tells the browser to show depends on the one it shows
    private static readonly string[] VaryingHeaders = ["Accept-Encoding", "HX-Current-URL"];

    private static readonly TimeSpan LongestUse = TimeSpan.FromMinutes(1);

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        context.EnableOutputCaching = false;
        if (!HttpMethods.IsGet(http.Request.Method) || http.User.Identity is { IsAuthenticated: true } || await shown(http) is not { } word)
            return;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = LongestUse;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.HeaderNames = VaryingHeaders;
        context.CacheVaryByRules.VaryByValues["shown"] = word;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage = response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;
        return ValueTask.CompletedTask;
    }
}
