using System.Globalization;
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
    /// <summary>Not null when the database was in trouble: that passes, and what was asked for can be sent again.</summary>
    public BusyView? Busy { get; private set; }

    /// <summary>The number the request has in the log.</summary>
    public string Reference => HttpContext.TraceIdentifier;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        if (failure is null)
        {
            // opened by its own address
            context.Result = NotFound();
            return;
        }

        Response.StatusCode = StatusCodes.Status500InternalServerError;
        Failed(failure.Error, Reference);
        if (await BusyView.FindAsync(failure.Error, Request, HttpContext.RequestAborted) is not { } busy)
        {
            await next();
            return;
        }

        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        Response.Headers.RetryAfter = busy.Seconds.ToString(CultureInfo.InvariantCulture);
        if (failure.Path.StartsWith("/api/", StringComparison.Ordinal))
        {
            context.Result = new JsonResult(new { error = busy.Explanation }) { StatusCode = StatusCodes.Status503ServiceUnavailable };
            return;
        }

        Busy = busy;
        await next();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Request {Reference} failed; its visitor was shown this number")]
    private partial void Failed(Exception exception, string reference);
}
