using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Organizations;
using Portal.Core.WaitingRoom;
using Portal.Web.Htmx;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard;

/// <summary>The waiting panel of other pages: its list, polled, and the decisions made in it. Opened by itself it is a page too.</summary>
public sealed class WaitingModel(ListWaiting listWaiting, IClock clock) : PageModel
{
    /// <summary>The page the panel stands on.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The meeting whose call the panel stands in; null for one that stands in none.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? CallOf { get; set; }

    public WaitingView Waiting { get; private set; } = null!;

    private CurrentMember Member => HttpContext.Member();

    public async Task<IActionResult> OnGetAsync([FromServices] SignsOfLife signs, CancellationToken ct)
    {
        signs.SawHost(Member.OrganizationId, Member.UserId, clock.GetCurrentInstant());
        Waiting = await LoadAsync(null, ct);
        return Request.IsHtmx() ? this.FragmentOrNotModified("_WaitingList", Waiting, Waiting.Version) : Page();
    }

    /// <summary>The whole panel, for a page that fetches it when somebody comes.</summary>
    public async Task<IActionResult> OnGetPanelAsync(CancellationToken ct) => Partial("_WaitingPanel", await LoadAsync(null, ct));

    public async Task<IActionResult> OnPostAdmitAsync(Guid participantId, [FromServices] AdmitParticipant admit, CancellationToken ct)
    {
        var outcome = await admit.RunAsync(new AdmitParticipantRequest(Member.OrganizationId, participantId, Member.AsActor()), ct);
        return await TellAsync(outcome, DoorWords.OfAdmitting, ct);
    }

    public async Task<IActionResult> OnPostAdmitAllAsync(Guid[] participantIds, [FromServices] AdmitAll admitAll, CancellationToken ct)
    {
        var outcomes = await admitAll.RunAsync(new AdmitAllRequest(Member.OrganizationId, participantIds, Member.AsActor()), ct);
        return DoorWords.OfAdmittingAll(outcomes, Reader()) is { } news ? await TellAsync(news, ct) : NotFound();
    }

    public async Task<IActionResult> OnPostHoldAsync(Guid participantId, string? message, [FromServices] HoldParticipant hold, CancellationToken ct)
    {
        if (DoorTyped.Fit(message) is not { Length: > 0 } words)
            return await AgainAsync(new PageNotice("error", "Write what the visitor should read."), null, ct);
        var outcome = await hold.RunAsync(new HoldParticipantRequest(Member.OrganizationId, participantId, words, Member.AsActor()), ct);
        return await TellAsync(outcome, DoorWords.OfHolding, ct);
    }

    public async Task<IActionResult> OnPostDeclineAsync(DoorTyped typed, [FromServices] DeclineParticipant decline, CancellationToken ct)
    {
        if (ComeBackTime.ReadDecline(typed, Member, clock.GetCurrentInstant()) is not { } request)
            return await AgainAsync(new PageNotice("error", "Write the time to come back like 14:20."), typed, ct);
        var outcome = await decline.RunAsync(request, ct);
        return outcome is DoorOutcome.ComeBackOutsideMeeting
            ? await AgainAsync(DoorWords.OfDeclining(outcome, Reader()), typed, ct)
            : await TellAsync(outcome, DoorWords.OfDeclining, ct);
    }

    public async Task<IActionResult> OnPostTakeOverAsync(Guid participantId, [FromServices] TakeOverMeeting takeOver, CancellationToken ct) =>
        await takeOver.RunAsync(Member, participantId, ct) switch
        {
            TakeOverOutcome.NotEligible => Forbid(),
            var outcome => await TellAsync(DoorWords.OfTakingOver(outcome), ct),
        };

    private DoorReader Reader() => new(Member, clock.GetCurrentInstant(), bookingId => CallOf is null ? Url.Content($"~/meetings/{bookingId}/call") : null);

    private async Task<IActionResult> TellAsync(DoorOutcome outcome, Func<DoorOutcome, DoorReader, PageNotice> words, CancellationToken ct) =>
        outcome is DoorOutcome.ParticipantNotFound ? NotFound() : await TellAsync(words(outcome, Reader()), ct);

    private async Task<IActionResult> TellAsync(PageNotice news, CancellationToken ct)
    {
        if (Request.IsHtmx())
        {
            // the agenda beside the panel shows who waits and who was let in
            Response.Htmx(htmx => htmx.WithChange());
            return Partial("_WaitingPanel", await LoadAsync(news, ct));
        }

        return this.SeeOther(Url.IsLocalUrl(ReturnUrl) ? Url.Content(ReturnUrl) : Url.Page("/Dashboard/Index")!, news);
    }

    private async Task<IActionResult> AgainAsync(PageNotice problem, DoorTyped? typed, CancellationToken ct)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Waiting = (await LoadAsync(problem, ct)) with { Typed = typed };
        return Request.IsHtmx() ? Partial("_WaitingPanel", Waiting) : Page();
    }

    private async Task<WaitingView> LoadAsync(PageNotice? news, CancellationToken ct) =>
        WaitingView.Of(await listWaiting.RunAsync(Member.OrganizationId, ct), Member, clock.GetCurrentInstant(), ReturnUrl, news, CallOf);
}
