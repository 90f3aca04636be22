using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Web.Security;

/// <summary>
/// Refuses a method a page has no handler for. The framework would render the page with nothing in it.
/// </summary>
internal sealed class AllowedMethods : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        // the framework takes OnPageHandlerExecuting, overridden, for the handler of a method called "Page"
        var methods = context.ActionDescriptor.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Where(method => method != "PAGE").Distinct().ToList();
        // a page without any handler, such as the one an error leads to, answers whatever was asked
        if (context.HandlerMethod is not null || methods.Count == 0)
            return;
        context.HttpContext.Response.Headers.Allow = string.Join(", ", methods);
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
