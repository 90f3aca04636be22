using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.WaitingRoom;
using Portal.Web.Htmx;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard;

/// <summary>The waiting panel of other pages: its list, polled, and the decisions made in it. Opened by itself it is a page too.</summary>
public sealed class WaitingModel(ListWaiting listWaiting, IClock clock) : PageModel
{
    private const int LongestReason = 500;

    /// <summary>The page the panel stands on.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public WaitingView Waiting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Waiting = await LoadAsync(null, ct);
        return Request.IsHtmx() ? this.FragmentOrNotModified("_WaitingList", Waiting, Waiting.Version) : Page();
    }

    public async Task<IActionResult> OnPostAdmitAsync(Guid participantId, [FromServices] AdmitParticipant admit, CancellationToken ct)
    {
        var member = HttpContext.Member();
        var outcome = await admit.RunAsync(new AdmitParticipantRequest(member.OrganizationId, participantId, member.AsActor()), ct);
        return outcome is DoorOutcome.ParticipantNotFound
            ? NotFound()
            : await TellAsync(DoorWords.OfAdmitting(outcome, CallUrl, member, clock.GetCurrentInstant()), ct);
    }

    public async Task<IActionResult> OnPostDeclineAsync(Guid participantId, string? reason, [FromServices] DeclineParticipant decline, CancellationToken ct)
    {
        var member = HttpContext.Member();
        var words = reason?.Trim() is { Length: > LongestReason } tooLong ? tooLong[..LongestReason] : reason;
        var outcome = await decline.RunAsync(new DeclineParticipantRequest(member.OrganizationId, participantId, words, member.AsActor()), ct);
        return outcome is DoorOutcome.ParticipantNotFound ? NotFound() : await TellAsync(DoorWords.OfDeclining(outcome, member, clock.GetCurrentInstant()), ct);
    }

    private string CallUrl(Guid bookingId) => Url.Content($"~/meetings/{bookingId}/call");

    private async Task<IActionResult> TellAsync(PageNotice news, CancellationToken ct)
    {
        if (Request.IsHtmx())
        {
            // the agenda beside the panel shows who waits and who was let in
            Response.Htmx(htmx => htmx.WithChange());
            return Partial("_WaitingPanel", await LoadAsync(news, ct));
        }

        news.LeaveIn(TempData);
        return new SeeOtherResult(Url.IsLocalUrl(ReturnUrl) ? Url.Content(ReturnUrl) : Url.Page("/Dashboard/Index")!);
    }

    private async Task<WaitingView> LoadAsync(PageNotice? news, CancellationToken ct)
    {
        var member = HttpContext.Member();
        var visitors = await listWaiting.RunAsync(member.OrganizationId, ct);
        return WaitingView.Of(visitors, member, clock.GetCurrentInstant(), ReturnUrl, news);
    }
}
