using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Availability.Editing;
using Portal.Web.Htmx;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>Asks the engine about one time (N3). A fragment for the editor, a page by itself.</summary>
public sealed class WhyModel(ExplainTime explainTime, IClock clock) : PageModel
{
    /// <summary>The week as it stands in the editor.</summary>
    [BindProperty]
    public WeekInput Input { get; set; } = new();

    public WhyView View { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(Guid? type, string? date, string? time, CancellationToken ct)
    {
        View = WhyView.Of(HttpContext.EditedHost(), type, date, time);
        return date is null && time is null ? Task.FromResult(Shown()) : AnswerAsync(null, ct);
    }

    /// <summary>Asks with what is in the editor, saved or not, as the preview beside it does.</summary>
    public async Task<IActionResult> OnPostAsync(Guid? type, string? date, string? time, CancellationToken ct)
    {
        var edited = HttpContext.EditedHost();
        if (edited.Availability.Schedule is not { } saved)
            return NotFound();
        var week = Input.Read(UsualWeek.Of(saved), clock.GetCurrentInstant(), ModelState);
        ModelState.Clear();
        View = WhyView.Of(edited, type, date, time) with { IsInEditor = true, IsDraft = edited.IsUnsaved(week) };
        return await AnswerAsync(week, ct);
    }

    private async Task<IActionResult> AnswerAsync(UsualWeek? week, CancellationToken ct)
    {
        if (View.ReadAt() is not { } at)
        {
            View = View with { Problem = "Choose a date and a time, such as 14:00." };
            // htmx swaps it like any other answer
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Shown();
        }
        var host = HttpContext.EditedHost().Availability.Host;
        if (View.TypeId is not { } typeId || await explainTime.RunAsync(new ExplainTimeRequest(host, typeId, at, week), ct) is not { } answer)
            return NotFound();
        View = View with { Answer = answer };
        return Shown();
    }

    private IActionResult Shown() => Request.IsHtmx() ? Partial("_Why", View) : Page();
}
