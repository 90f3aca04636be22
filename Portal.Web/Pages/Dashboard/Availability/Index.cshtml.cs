using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Availability.Editing;
using Portal.Core.Scheduling;
using Portal.Core.Scheduling.Holidays;
using Portal.Core.Time;
using Portal.Web.Htmx;
using Portal.Web.Pages.Shared;
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

    public static IEnumerable<SelectListItem> HolidayChoices { get; } =
    [
        new("None: holidays are ordinary days", ""),
        .. PublicHolidays.Regions
            .Select(region => new SelectListItem(region.Id == region.Country ? region.Name : $"{CountryOf(region)}: {region.Name}", region.Id)),
    ];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Host.Schedule is not { } schedule)
            return;
        Input = WeekInput.Of(schedule);
        await LookAsync(null, null, ct);
    }

    public async Task<IActionResult> OnPostAsync([FromServices] SaveHostSchedule save, CancellationToken ct)
    {
        var (zone, hours) = Read();
        if (!ModelState.IsValid)
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity, zone, hours, ct);

        var request = new SaveHostScheduleRequest(
            Host.Host, Input.Version, zone!, hours!, string.IsNullOrEmpty(Input.HolidayRegion) ? null : Input.HolidayRegion, Input.MostPerDay, Input.MostPerWeek, HttpContext.Member().AsActor());
        switch (await save.RunAsync(request, ct))
        {
            case SaveHostScheduleOutcome.Saved:
                new PageNotice("success", "The usual week is saved.").LeaveIn(TempData);
                return new SeeOtherResult(Url.Page("/Dashboard/Availability/Index", "", new { host = HttpContext.EditedHost().Colleague, type = Type })!);
            case SaveHostScheduleOutcome.ChangedMeanwhile changed:
                // whoever sends it once more has seen what it replaces
                (SavedMeanwhile, Input.Version) = (changed.Current, changed.Current.Version);
                return await AgainAsync(StatusCodes.Status409Conflict, zone, hours, ct);
            default:
                return NotFound();
        }
    }

    /// <param name="act">As <see cref="WeekAct"/> writes it.</param>
    public async Task<IActionResult> OnPostChangeAsync(string? act, CancellationToken ct)
    {
        Input.Complete();
        WeekAct.Read(act)?.ApplyTo(Input);
        ModelState.Clear();
        if (Request.IsHtmx())
        {
            Response.Htmx(htmx => htmx.WithTrigger("portal:hours"));
            return Partial("_Week", this);
        }
        return await AgainAsync(StatusCodes.Status200OK, Input.ReadZone(clock.GetCurrentInstant()), null, ct);
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        var (zone, hours) = Read();
        ModelState.Clear();
        await LookAsync(zone, hours, ct);
        return Partial("_Preview", Preview);
    }

    public async Task<IActionResult> OnPostStartAsync([FromServices] StartTakingMeetings start, CancellationToken ct)
    {
        await start.RunAsync(Host.Host, HttpContext.Member().AsActor(), ct);
        return new SeeOtherResult(Url.Page("/Dashboard/Availability/Index", "", new { host = HttpContext.EditedHost().Colleague })!);
    }

    private static string CountryOf(HolidayRegion region) => PublicHolidays.Regions.FirstOrDefault(whole => whole.Id == region.Country)?.Name ?? region.Country;

    private (DateTimeZone? Zone, WeeklyHours? Hours) Read()
    {
        Input.Complete();
        var zone = Input.ReadZone(clock.GetCurrentInstant());
        if (zone is null && !string.IsNullOrWhiteSpace(Input.Zone))
            ModelState.AddModelError("Input.Zone", $"“{Input.Zone}” is not one time zone. Choose one from the list, such as Europe/Berlin.");
        if (!string.IsNullOrEmpty(Input.HolidayRegion) && PublicHolidays.Regions.All(region => region.Id != Input.HolidayRegion))
            ModelState.AddModelError("Input.HolidayRegion", "Choose a region from the list.");
        return (zone, Input.ReadHours(ModelState));
    }

    private async Task<IActionResult> AgainAsync(int status, DateTimeZone? zone, WeeklyHours? hours, CancellationToken ct)
    {
        await LookAsync(zone, hours, ct);
        Response.StatusCode = status;
        return Page();
    }

    private async Task LookAsync(DateTimeZone? zone, WeeklyHours? hours, CancellationToken ct) =>
        Preview = await PreviewView.LookAsync(preview, HttpContext.EditedHost(), Type, zone, hours, ct);
}
