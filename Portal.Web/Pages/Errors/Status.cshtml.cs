using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web.Pages.Errors;

/// <summary>Words for a status without a body. It answers whatever method the request had, for the reasons of <see cref="ErrorModel"/>.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(Location = ResponseCacheLocation.None, NoStore = true)]
public sealed class StatusModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    public StatusWords Words => StatusWords.Of(Code);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Code = int.Parse((string)RouteData.Values["code"]!, System.Globalization.CultureInfo.InvariantCulture);
        // opened by its own address there is nothing that failed
        if (HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is null)
            (Code, Response.StatusCode) = (StatusCodes.Status404NotFound, StatusCodes.Status404NotFound);
    }
}
