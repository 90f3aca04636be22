using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Bookings;
using Portal.Core.Bookings.Afterwards;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Meetings;

/// <summary>
/// A visitor says how the meeting was, or that the host did not come. Opened by their link, or after the call, whose address has
/// the booking in place of the token, by the cookie their link gave them.
/// </summary>
public sealed class HowWasItModel(FindAccessLink findLink, FindOwnPlace findOwnPlace, FindAfterCall findAfterCall) : PageModel
{
    private const int LongestNote = 1000;

    private LinkHolder visitor = null!;

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public AfterCall Call { get; private set; } = null!;

    public AfterCallView View => new(Token, Call.OrganizationName, Call.Said, Call.Note);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = HttpContext.RequestAborted;
        var found = Guid.TryParse(Token, out var bookingId)
            ? await findOwnPlace.RunAsync(await VisitorSession.ParticipantIdsAsync(HttpContext), bookingId, ct)
            : await findLink.RunAsync(Token, ct);
        if (found is null || await findAfterCall.RunAsync(found.ParticipantId, ct) is not { } call)
        {
            context.Result = NotFound();
            return;
        }

        (visitor, Call) = (found, call);
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(Impression? impression, string? note, [FromServices] SayHowItWas say, CancellationToken ct)
    {
        if (impression is not { } chosen || !Enum.IsDefined(chosen))
            return Again(new PageNotice("error", "Choose one of the three. Nothing was sent."));
        var words = note is { Length: > LongestNote } ? note[..LongestNote] : note;
        return Again(await say.RunAsync(new SayHowItWasRequest(visitor.ParticipantId, chosen, words), ct) is SayHowItWasOutcome.Said
            ? new PageNotice("success", $"Thank you. {Call.OrganizationName} reads it.")
            : new PageNotice("warning", "It can no longer be said or changed."));
    }

    public async Task<IActionResult> OnPostAbsentAsync([FromServices] ReportNoShow report, CancellationToken ct) =>
        Again(AfterwardsWords.NoticeOf(await report.RunAsync(new ReportNoShowRequest(Reporter.Of(visitor), visitor.BookingId), ct)));

    public async Task<IActionResult> OnPostPresentAsync([FromServices] TakeBackNoShow takeBack, CancellationToken ct) =>
        Again(AfterwardsWords.NoticeOf(await takeBack.RunAsync(new ReportNoShowRequest(Reporter.Of(visitor), visitor.BookingId), ct)));

    private SeeOtherResult Again(PageNotice notice)
    {
        notice.LeaveIn(TempData);
        return new SeeOtherResult(Url.Page("/Meetings/HowWasIt", new { token = Token, handler = "" })!);
    }
}
