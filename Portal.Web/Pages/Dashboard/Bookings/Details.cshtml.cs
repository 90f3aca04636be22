using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Bookings.Afterwards;
using Portal.Core.Notifications;
using Portal.Web.Htmx;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard.Bookings;

/// <summary>A meeting as its hosts and admins see it: beside the calendar, or as a page.</summary>
public sealed class DetailsModel(IClock clock) : PageModel
{
    private const int LongestNote = 2000;

    public StaffBooking View => StaffBooking.Of(
        HttpContext.Booking(), HttpContext.Member(), clock.GetCurrentInstant(),
        Request.FindCurrentPage() ?? Url.Page("/Dashboard/Bookings/Details", new { bookingId = Id })!);

    public AfterwardsView? Afterwards => AfterwardsView.Of(HttpContext.Booking(), clock.GetCurrentInstant(), View.Here);

    private Guid Id => HttpContext.Booking().Booking.Id;

    public IActionResult OnGet() => Request.IsHtmx() ? Partial("_Sheet", View) : Page();

    public async Task<IActionResult> OnPostSendAgainAsync(string? returnUrl, [FromServices] SendAgain sendAgain, CancellationToken ct)
    {
        var outcome = await sendAgain.RunAsync(new SendAgainRequest(HttpContext.Member(), BookingId: Id), ct);
        return Back(ResendWords.NoticeOf(outcome), returnUrl);
    }

    public async Task<IActionResult> OnPostResultAsync(MeetingResult? result, string? note, string? returnUrl, [FromServices] NoteResult noteResult, CancellationToken ct)
    {
        if (result is null || !Enum.IsDefined(result.Value))
            return Back(new PageNotice("error", "Choose what came of the meeting. Nothing was saved."), returnUrl);
        var words = note is { Length: > LongestNote } ? note[..LongestNote] : note;
        var outcome = await noteResult.RunAsync(new NoteResultRequest(HttpContext.Member(), Id, result.Value, words), ct);
        return Back(AfterwardsWords.NoticeOf(outcome), returnUrl);
    }

    public async Task<IActionResult> OnPostNoShowAsync(string? returnUrl, [FromServices] ReportNoShow report, CancellationToken ct) =>
        Back(AfterwardsWords.NoticeOf(await report.RunAsync(new ReportNoShowRequest(Reporter.Of(HttpContext.Member()), Id), ct)), returnUrl);

    public async Task<IActionResult> OnPostTakeBackAsync(string? returnUrl, [FromServices] TakeBackNoShow takeBack, CancellationToken ct) =>
        Back(AfterwardsWords.NoticeOf(await takeBack.RunAsync(new ReportNoShowRequest(Reporter.Of(HttpContext.Member()), Id), ct)), returnUrl);

    private SeeOtherResult Back(PageNotice notice, string? returnUrl)
    {
        notice.LeaveIn(TempData);
        return new SeeOtherResult(Url.IsLocalUrl(returnUrl) ? returnUrl : View.Here);
    }
}
