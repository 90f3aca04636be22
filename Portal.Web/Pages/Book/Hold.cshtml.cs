using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Availability;

namespace Portal.Web.Pages.Book;

/// <summary>Keeps the time of an open form from others, and gives it back when the form is left. Asked by wwwroot/js/hold.js.</summary>
public sealed class HoldModel(HoldSlot holdSlot, ReleaseHold releaseHold, IClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Org { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    /// <param name="start">As <see cref="SlotQuery.Write"/> writes it.</param>
    public async Task<IActionResult> OnPostAsync(string? start, CancellationToken ct)
    {
        var query = SlotQuery.Of(Request.Query);
        if (SlotQuery.TimeOf(start) is not { } time)
            return BadRequest();
        var request = new HoldSlotRequest(Org, Type, time, query.Length, query.Key, VisitorHolds.Remember(HttpContext));
        return await holdSlot.RunAsync(request, ct) switch
        {
            HoldSlotOutcome.Held held => new JsonResult(new { seconds = Math.Floor((held.Until - clock.GetCurrentInstant()).TotalSeconds) }),
            HoldSlotOutcome.SlotTaken => new JsonResult(new { taken = true }) { StatusCode = StatusCodes.Status409Conflict },
            HoldSlotOutcome.HoldsEnough => new JsonResult(new { seconds = 0 }),
            _ => NotFound(),
        };
    }

    public async Task<IActionResult> OnPostReleaseAsync(string? start, CancellationToken ct)
    {
        if (SlotQuery.TimeOf(start) is { } time && VisitorHolds.HolderOf(Request) is { } holder)
            await releaseHold.RunAsync(holder, time, ct);
        return new StatusCodeResult(StatusCodes.Status204NoContent);
    }
}
