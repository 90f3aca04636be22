using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Availability.Editing;
using Portal.Core.Time;
using Portal.Web.Htmx;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>A host's usual week, and what it makes of the next two.</summary>
public sealed class IndexModel(PreviewAvailability preview, IClock clock) : PageModel
{
    [BindProperty]
    public WeekInput Input { get; set; } = new();

    /// <summary>The meeting type looked at in the preview; the first of the host's when it is none of them.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Type { get; set; }

    public HostAvailability Host => HttpContext.EditedHost().Availability;

    public PreviewView Preview { get; private set; } = PreviewView.None;

    /// <summary>What somebody else saved since the form was opened.</summary>
    public HostSchedule? SavedMeanwhile { get; private set; }

    public IEnumerable<ZoneChoice> ZoneChoices => Zones.All(clock.GetCurrentInstant());

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Host.Schedule is not { } schedule)
            return;
        Input = WeekInput.Of(schedule);
        await LookAsync(null, ct);
    }

    public async Task<IActionResult> OnPostAsync([FromServices] SaveHostSchedule save, CancellationToken ct)
    {
        if (Read() is not { } week)
            return NotFound();
        if (!ModelState.IsValid)
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity, week, ct);
        switch (await save.RunAsync(new SaveHostScheduleRequest(Host.Host, Input.Version, week, HttpContext.Member().AsActor()), ct))
        {
            case SaveHostScheduleOutcome.Saved:
                return this.Done("The usual week is saved.", Url.Page("/Dashboard/Availability/Index", "", new { host = HttpContext.EditedHost().Colleague, type = Type })!);
            case SaveHostScheduleOutcome.ChangedMeanwhile changed:
                // whoever sends it once more has seen what it replaces
                (SavedMeanwhile, Input.Version) = (changed.Current, changed.Current.Version);
                return await AgainAsync(StatusCodes.Status409Conflict, week, ct);
            default:
                return NotFound();
        }
    }

    /// <param name="act">As <see cref="WeekAct"/> writes it.</param>
    public async Task<IActionResult> OnPostChangeAsync(string? act, CancellationToken ct)
    {
        Input.Complete();
        WeekAct.Read(act)?.ApplyTo(Input);
        var week = Read();
        ModelState.Clear();
        if (Request.IsHtmx())
        {
            Response.Htmx(htmx => htmx.WithTrigger("portal:hours"));
            return Partial("_Week", this);
        }
        return await AgainAsync(StatusCodes.Status200OK, week, ct);
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        var week = Read();
        ModelState.Clear();
        await LookAsync(week, ct);
        return Partial("_Preview", Preview);
    }

    public async Task<IActionResult> OnPostStartAsync([FromServices] StartTakingMeetings start, CancellationToken ct)
    {
        await start.RunAsync(Host.Host, HttpContext.Member().AsActor(), ct);
        return new SeeOtherResult(Url.Page("/Dashboard/Availability/Index", "", new { host = HttpContext.EditedHost().Colleague })!);
    }

    private UsualWeek? Read() => Host.Schedule is { } saved ? Input.Read(UsualWeek.Of(saved), clock.GetCurrentInstant(), ModelState) : null;

    private async Task<IActionResult> AgainAsync(int status, UsualWeek? week, CancellationToken ct)
    {
        await LookAsync(week, ct);
        return this.PageWith(status);
    }

    private async Task LookAsync(UsualWeek? week, CancellationToken ct) =>
        Preview = await PreviewView.LookAsync(preview, HttpContext.EditedHost(), Type, week, ct);
}
