using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Availability.Editing;
using Portal.Web.Htmx;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>Asks the engine about one time (N3). A fragment for the editor, a page by itself.</summary>
public sealed class WhyModel(ExplainTime explainTime) : PageModel
{
    public WhyView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid? type, string? date, string? time, CancellationToken ct)
    {
        var edited = HttpContext.EditedHost();
        View = WhyView.Of(edited, type ?? (edited.Availability.Types is [var first, ..] ? first.Id : null), date, time);
        if (date is not null || time is not null)
        {
            if (View.ReadAt() is not { } at)
            {
                View = View with { Problem = "Choose a date and a time, such as 14:00." };
                // htmx swaps it like any other answer
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            }
            else if (View.TypeId is not { } typeId
                || await explainTime.RunAsync(new ExplainTimeRequest(edited.Availability.Host, typeId, at), ct) is not { } answer)
            {
                return NotFound();
            }
            else
            {
                View = View with { Answer = answer };
            }
        }
        return Request.IsHtmx() ? Partial("_Why", View) : Page();
    }
}
