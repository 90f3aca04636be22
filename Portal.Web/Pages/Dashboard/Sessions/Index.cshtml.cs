using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;
using Portal.Core.Availability.Editing;
using Portal.Core.Availability.Sessions;
using Portal.Core.Time;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard.Sessions;

/// <summary>The single times a host offers (D1, D2).</summary>
public sealed class IndexModel(ListSessions listSessions) : PageModel
{
    [BindProperty]
    public SessionInput Input { get; set; } = new();

    public SessionList List { get; private set; } = null!;

    public LocalDate Today => List.Now.InZone(List.Zone).Date;

    public IEnumerable<SelectListItem> TypeChoices =>
    [
        .. List.Types.Select(type => new SelectListItem(type.Name, type.Id.ToString())),
        .. List.Types.Any(type => type.SessionsOnly) ? Array.Empty<SelectListItem>() : [new SelectListItem("Session", "")],
    ];

    private HostKey Host => new(HttpContext.Member().OrganizationId, HttpContext.Member().UserId);

    public async Task OnGetAsync(CancellationToken ct)
    {
        List = await listSessions.RunAsync(Host, ct);
        Input.MeetingType = List.Types.Where(type => type.SessionsOnly).Select(type => (Guid?)type.Id).FirstOrDefault();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] OfferSession offer, CancellationToken ct)
    {
        List = await listSessions.RunAsync(Host, ct);
        var price = MoneyWords.Read(Input.Price, List.LowestPrice.Currency);
        if (price is null && !string.IsNullOrWhiteSpace(Input.Price))
            ModelState.AddModelError("Input.Price", $"“{Input.Price}” is not an amount. Write it like {MoneyWords.AmountOf(List.HighestPrice)}.");
        if (!ModelState.IsValid)
            return Refuse();

        var request = new OfferSessionRequest(
            Host, LocalDate.FromDateOnly(Input.Date!.Value), LocalTime.FromTimeOnly(Input.Start!.Value), LocalTime.FromTimeOnly(Input.End!.Value),
            price!.Value.MinorUnits, Input.MeetingType, HttpContext.Member().AsActor());
        var outcome = await offer.RunAsync(request, ct);
        if (outcome is OfferSessionOutcome.Offered { Session: var session })
        {
            new PageNotice("success", $"{MeetingTime.Range(session.StartsAt, session.EndsAt, session.Zone, Today)} is on offer for {MoneyWords.Of(session.Price)}.").LeaveIn(TempData);
            return new SeeOtherResult(Url.Page("/Dashboard/Sessions/Index", "")!);
        }

        var (field, sentence) = SessionWords.Of(outcome, List.Zone);
        ModelState.AddModelError($"Input.{field}", sentence);
        return Refuse();
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid id, [FromServices] RemoveSession remove, CancellationToken ct)
    {
        switch (await remove.RunAsync(Host, id, HttpContext.Member().AsActor(), ct))
        {
            case RemoveSessionOutcome.Removed:
                new PageNotice("success", "The session is no longer offered.").LeaveIn(TempData);
                return new SeeOtherResult(Url.Page("/Dashboard/Sessions/Index", "")!);
            case RemoveSessionOutcome.SessionBooked:
                ModelState.Clear();
                ModelState.AddModelError("", "Somebody has booked this session meanwhile, so it stays. Cancel or move the booking instead.");
                await OnGetAsync(ct);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            default:
                return NotFound();
        }
    }

    private PageResult Refuse()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
