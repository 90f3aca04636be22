using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>On a page about hours there are: sends a host who takes no meetings to where one begins to.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesMeetingsAttribute : Attribute, IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var edited = context.HttpContext.EditedHost();
        if (edited.Availability.Schedule is null && context.HandlerInstance is PageModel page)
            context.Result = new SeeOtherResult(page.Url.Page("/Dashboard/Availability/Index", "", new { host = edited.Colleague })!);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
