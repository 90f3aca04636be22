using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using NodaTime.Text;
using Portal.Core.Availability;
using Portal.Core.Availability.Editing;
using Portal.Core.Time;
using Portal.Web.Htmx;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>Dates with hours of their own, and days off.</summary>
public sealed class DatesModel : PageModel
{
    [BindProperty]
    public DateInput Input { get; set; } = new();

    /// <summary>Bound by its own handler only: its fields are missing when a date is sent.</summary>
    public TimeOffInput Off { get; private set; } = new();

    public HostAvailability Host => HttpContext.EditedHost().Availability;

    /// <summary>The date being changed; null while none is chosen.</summary>
    public LocalDate? Date { get; private set; }

    public MonthOfDates Month { get; private set; } = null!;

    public DateOverride? Current => Host.Overrides.FirstOrDefault(day => day.Date == Date);

    /// <summary>Somebody else changed the date since the form was opened.</summary>
    public bool ChangedMeanwhile { get; private set; }

    /// <summary>Of the two forms the one for days off was sent.</summary>
    public bool OffIsSent => ModelState.Keys.Any(key => key.StartsWith("Off.", StringComparison.Ordinal));

    /// <summary>Sends somebody who takes no meetings to where one begins to.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Host.Schedule is null)
        {
            context.Result = new SeeOtherResult(Url.Page("/Dashboard/Availability/Index", "", new { host = HttpContext.EditedHost().Colleague })!);
            return;
        }

        Date = DateText.Read(Request.Query["date"]) is { } date && date >= Host.Today ? date : null;
        var month = YearMonthPattern.Iso.Parse(Request.Query["month"].ToString()) is { Success: true, Value: var asked } ? asked : (Date ?? Host.Today).ToYearMonth();
        Month = new MonthOfDates(Host, month, Date);
    }

    public void OnGet()
    {
        if (Date is { } date)
            Input = DateInput.Of(Current, Month.UsualHours(date));
    }

    public async Task<IActionResult> OnPostAsync([FromServices] SaveDateOverride save, CancellationToken ct)
    {
        if (Date is not { } date)
            return NotFound();
        var hours = Input.ReadHours(date, ModelState);
        if (!ModelState.IsValid)
            return Again(StatusCodes.Status422UnprocessableEntity);

        var request = new SaveDateOverrideRequest(
            Host.Host, date, hours, string.IsNullOrWhiteSpace(Input.Note) ? null : Input.Note.Trim(), Input.ReadBefore(), HttpContext.Member().AsActor());
        switch (await save.RunAsync(request, ct))
        {
            case SaveDateOverrideOutcome.Saved saved:
                return Done($"{MeetingTime.Day(date)} is saved.{StaysBooked(saved.MeetingsOutside)}");
            case SaveDateOverrideOutcome.ChangedMeanwhile changed:
                // whoever sends it once more has seen what it replaces
                (ChangedMeanwhile, Input.Before) = (true, DateInput.WriteBefore(changed.Current));
                return Again(StatusCodes.Status409Conflict);
            case SaveDateOverrideOutcome.DateIsPast:
                ModelState.AddModelError("", $"{MeetingTime.Day(date)} is past.");
                return Again(StatusCodes.Status422UnprocessableEntity);
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
            return Again(StatusCodes.Status422UnprocessableEntity);
        var (first, last) = (LocalDate.FromDateOnly(Off.FirstDay!.Value), LocalDate.FromDateOnly(Off.LastDay!.Value));
        var note = string.IsNullOrWhiteSpace(Off.Note) ? null : Off.Note.Trim();
        var outcome = await add.RunAsync(new AddTimeOffRequest(Host.Host, first, last, note, HttpContext.Member().AsActor()), ct);
        if (outcome is AddTimeOffOutcome.Added added)
            return Done($"No meetings {(first == last ? $"on {MeetingTime.Day(first, Host.Today)}" : MeetingTime.Days(first, last))}.{StaysBooked(added.Meetings)}");
        ModelState.AddModelError("Off.LastDay", outcome switch
        {
            AddTimeOffOutcome.EndsBeforeItBegins => "The last day is before the first.",
            AddTimeOffOutcome.TooLong => "That is more than a year. Enter it in parts, or take the hours out of the usual week.",
            _ => "These days are past.",
        });
        return Again(StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<IActionResult> OnPostBackAsync(Guid id, [FromServices] RemoveTimeOff remove, CancellationToken ct) =>
        await remove.RunAsync(Host.Host, id, HttpContext.Member().AsActor(), ct) ? Done("The days off are removed.") : NotFound();

    private static string StaysBooked(int meetings) => meetings switch
    {
        0 => "",
        1 => " One meeting is booked there and stays; move or cancel it in the bookings.",
        _ => $" {meetings} meetings are booked there and stay; move or cancel them in the bookings.",
    };

    private SeeOtherResult Done(string words)
    {
        new PageNotice("success", words).LeaveIn(TempData);
        return new SeeOtherResult(Url.Page("/Dashboard/Availability/Dates", "", new { host = HttpContext.EditedHost().Colleague, month = MonthOfDates.Write(Month.Month) })!);
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
