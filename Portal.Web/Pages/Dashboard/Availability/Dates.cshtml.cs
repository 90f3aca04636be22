using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Availability.Editing;
using Portal.Core.Time;
using Portal.Web.Htmx;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>Dates with hours of their own, and days off.</summary>
[TakesMeetings]
public sealed class DatesModel : PageModel
{
    [BindProperty]
    public DateInput Input { get; set; } = new();

    /// <summary>Bound by its own handler only: its fields are missing when a date is sent.</summary>
    public TimeOffInput Off { get; private set; } = new();

    public HostAvailability Host => HttpContext.EditedHost().Availability;

    public MonthOfDates Month => field ??= MonthOfDates.Of(Host, Request.Query);

    /// <summary>The date being changed; null while none is chosen.</summary>
    public LocalDate? Date => Month.Chosen;

    /// <summary>Somebody else changed the date since the form was opened.</summary>
    public bool ChangedMeanwhile { get; private set; }

    /// <summary>Of the two forms the one for days off was sent.</summary>
    public bool OffIsSent => ModelState.Keys.Any(key => key.StartsWith("Off.", StringComparison.Ordinal));

    public void OnGet()
    {
        if (Date is { } date)
            Input = DateInput.Of(Month.Current, Month.UsualHours(date));
    }

    public async Task<IActionResult> OnPostAsync([FromServices] SaveDateOverride save, CancellationToken ct)
    {
        if (Date is not { } date)
            return NotFound();
        var request = Input.ToRequest(Host.Host, date, HttpContext.Member().AsActor(), ModelState);
        if (!ModelState.IsValid)
            return this.PageWith(StatusCodes.Status422UnprocessableEntity);
        switch (await save.RunAsync(request, ct))
        {
            case SaveDateOverrideOutcome.Saved saved:
                return Done(DatesWords.OfSaving(date, saved));
            case SaveDateOverrideOutcome.ChangedMeanwhile changed:
                // whoever sends it once more has seen what it replaces
                (ChangedMeanwhile, Input.Before) = (true, DateInput.WriteBefore(changed.Current));
                return this.PageWith(StatusCodes.Status409Conflict);
            case SaveDateOverrideOutcome.DateIsPast:
                ModelState.AddModelError("", $"{MeetingTime.Day(date)} is past.");
                return this.PageWith(StatusCodes.Status422UnprocessableEntity);
            default:
                return NotFound();
        }
    }

    public IActionResult OnPostChange(string? act)
    {
        if (Date is null)
            return NotFound();
        Input.Apply(act);
        ModelState.Clear();
        return Request.IsHtmx() ? Partial("_DateRanges", this) : Page();
    }

    public async Task<IActionResult> OnPostUsualAsync([FromServices] RemoveDateOverride remove, CancellationToken ct)
    {
        if (Date is not { } date)
            return NotFound();
        await remove.RunAsync(Host.Host, date, HttpContext.Member().AsActor(), ct);
        return Done($"{MeetingTime.Day(date)} has its usual hours again.");
    }

    public async Task<IActionResult> OnPostOffAsync([Bind(Prefix = nameof(Off))] TimeOffInput off, [FromServices] AddTimeOff add, CancellationToken ct)
    {
        Off = off;
        if (!ModelState.IsValid)
            return this.PageWith(StatusCodes.Status422UnprocessableEntity);
        var request = off.ToRequest(Host.Host, HttpContext.Member().AsActor());
        var outcome = await add.RunAsync(request, ct);
        if (outcome is AddTimeOffOutcome.Added added)
            return Done(DatesWords.OfAdding(request, added, Host.Today));
        ModelState.AddModelError("Off.LastDay", DatesWords.WhyNot(outcome));
        return this.PageWith(StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<IActionResult> OnPostBackAsync(Guid id, [FromServices] RemoveTimeOff remove, CancellationToken ct) =>
        await remove.RunAsync(Host.Host, id, HttpContext.Member().AsActor(), ct) ? Done("The days off are removed.") : NotFound();

    private SeeOtherResult Done(string words) =>
        this.Done(words, Url.Page("/Dashboard/Availability/Dates", "", new { host = HttpContext.EditedHost().Colleague, month = MonthOfDates.Write(Month.Month) })!);
}
