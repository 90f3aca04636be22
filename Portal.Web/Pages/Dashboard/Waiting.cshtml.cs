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
    private const int LongestWords = 500;

    /// <summary>The page the panel stands on.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The meeting whose call the panel stands in; null for one that stands in none.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? CallOf { get; set; }

    public WaitingView Waiting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromServices] SignsOfLife signs, CancellationToken ct)
    {
        var member = HttpContext.Member();
        signs.SawHost(member.OrganizationId, member.UserId, clock.GetCurrentInstant());
        Waiting = await LoadAsync(null, ct);
        return Request.IsHtmx() ? this.FragmentOrNotModified("_WaitingList", Waiting, Waiting.Version) : Page();
    }

    /// <summary>The whole panel, for a page that fetches it when somebody comes.</summary>
    public async Task<IActionResult> OnGetPanelAsync(CancellationToken ct) => Partial("_WaitingPanel", await LoadAsync(null, ct));

    public async Task<IActionResult> OnPostAdmitAsync(Guid participantId, [FromServices] AdmitParticipant admit, CancellationToken ct)
    {
        var member = HttpContext.Member();
        var outcome = await admit.RunAsync(new AdmitParticipantRequest(member.OrganizationId, participantId, member.AsActor()), ct);
        return await TellAsync(outcome, DoorWords.OfAdmitting, ct);
    }

    public async Task<IActionResult> OnPostAdmitAllAsync(Guid[] participantIds, [FromServices] AdmitAll admitAll, CancellationToken ct)
    {
        var member = HttpContext.Member();
        var outcomes = await admitAll.RunAsync(new AdmitAllRequest(member.OrganizationId, participantIds, member.AsActor()), ct);
        return outcomes.Count > 0 && outcomes.All(outcome => outcome is DoorOutcome.ParticipantNotFound)
            ? NotFound()
            : await TellAsync(DoorWords.OfAdmittingAll(outcomes, Words()), ct);
    }

    public async Task<IActionResult> OnPostHoldAsync(Guid participantId, string? message, [FromServices] HoldParticipant hold, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(message))
            return await AgainAsync(new PageNotice("error", "Write what the visitor should read."), null, ct);
        var member = HttpContext.Member();
        var outcome = await hold.RunAsync(new HoldParticipantRequest(member.OrganizationId, participantId, Cut(message), member.AsActor()), ct);
        return await TellAsync(outcome, DoorWords.OfHolding, ct);
    }

    public async Task<IActionResult> OnPostDeclineAsync(
        Guid participantId, string? reason, string? comeBack, [FromServices] DeclineParticipant decline, CancellationToken ct)
    {
        var (member, typed) = (HttpContext.Member(), new DoorTyped(participantId, reason, comeBack));
        var back = string.IsNullOrWhiteSpace(comeBack) ? null : ComeBackTime.Read(comeBack, member.Zone, clock.GetCurrentInstant());
        if (back is null && !string.IsNullOrWhiteSpace(comeBack))
            return await AgainAsync(new PageNotice("error", "Write the time to come back like 14:20."), typed, ct);
        var request = new DeclineParticipantRequest(member.OrganizationId, participantId, reason is null ? null : Cut(reason), member.AsActor())
        {
            ComeBackAt = back,
        };
        var outcome = await decline.RunAsync(request, ct);
        return outcome is DoorOutcome.ComeBackOutsideMeeting
            ? await AgainAsync(DoorWords.OfDeclining(outcome, Words()), typed, ct)
            : await TellAsync(outcome, DoorWords.OfDeclining, ct);
    }

    public async Task<IActionResult> OnPostTakeOverAsync(Guid participantId, [FromServices] TakeOverMeeting takeOver, CancellationToken ct) =>
        await takeOver.RunAsync(HttpContext.Member(), participantId, ct) switch
        {
            TakeOverOutcome.NotEligible => Forbid(),
            var outcome => await TellAsync(DoorWords.OfTakingOver(outcome), ct),
        };

    private DoorReader Words() => new(
        HttpContext.Member(), clock.GetCurrentInstant(), bookingId => CallOf is null ? Url.Content($"~/meetings/{bookingId}/call") : null);

    private static string Cut(string words) => words.Trim() is { Length: > LongestWords } tooLong ? tooLong[..LongestWords] : words;

    private async Task<IActionResult> TellAsync(DoorOutcome outcome, Func<DoorOutcome, DoorReader, PageNotice> words, CancellationToken ct) =>
        outcome is DoorOutcome.ParticipantNotFound ? NotFound() : await TellAsync(words(outcome, Words()), ct);

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

    private async Task<IActionResult> AgainAsync(PageNotice problem, DoorTyped? typed, CancellationToken ct)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Waiting = (await LoadAsync(problem, ct)) with { Typed = typed };
        return Request.IsHtmx() ? Partial("_WaitingPanel", Waiting) : Page();
    }

    private async Task<WaitingView> LoadAsync(PageNotice? news, CancellationToken ct)
    {
        var member = HttpContext.Member();
        var visitors = await listWaiting.RunAsync(member.OrganizationId, ct);
        return WaitingView.Of(visitors, member, clock.GetCurrentInstant(), ReturnUrl, news, CallOf);
    }
}
