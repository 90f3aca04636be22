using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web.Htmx;

/// <summary>Answers of polled fragments: the fragment with its version, or 304 when the browser already shows that version.</summary>
public static class PolledFragments
{
    private const string PTag = "HX-PTag";

    /// <param name="version">Changes whenever the fragment would look different; visible ASCII.</param>
    public static IActionResult FragmentOrNotModified(this PageModel page, string partial, object? model, string version) =>
        page.IsShowing(version) ? new StatusCodeResult(StatusCodes.Status304NotModified) : page.Partial(partial, model);

    /// <summary>The same for a model that is costly to load: <paramref name="load"/> runs only when the version is new.</summary>
    public static async Task<IActionResult> FragmentOrNotModifiedAsync<TModel>(
        this PageModel page, string partial, Func<Task<TModel>> load, string version) =>
        page.IsShowing(version) ? new StatusCodeResult(StatusCodes.Status304NotModified) : page.Partial(partial, await load());

    private static bool IsShowing(this PageModel page, string version)
    {
        page.Response.Headers[PTag] = version;
        page.Response.Headers.CacheControl = "no-store";
        return page.Request.Headers[PTag] == version;
    }
}
