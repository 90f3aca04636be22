using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web.Pages.Errors;

/// <summary>
/// Where the exception handler leads. It has no handler methods, so that it answers whatever method the failed request had,
/// and asks for no antiforgery token, since the request that failed may have been a post without one.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class ErrorModel : PageModel
{
    /// <summary>The trace id that every log line of the request carries.</summary>
    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;
}
