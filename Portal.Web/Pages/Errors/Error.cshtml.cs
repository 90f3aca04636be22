using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web.Pages.Errors;

/// <summary>
/// Where the exception handler leads. It has no handler methods, so that it answers whatever method the failed request had,
/// and asks for no antiforgery token, since the request that failed may have been a post without one.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed partial class ErrorModel(ILogger<ErrorModel> logger) : PageModel
{
    /// <summary>The number the request has in the log.</summary>
    public string Reference => HttpContext.TraceIdentifier;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is { } exception)
            Failed(exception, Reference);
        else
            Response.StatusCode = StatusCodes.Status500InternalServerError;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Reference} failed; its visitor was shown this number")]
    private partial void Failed(Exception exception, string reference);
}
