using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Web.Htmx;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard;

/// <summary>Pending bookings: the list of the dashboard, and the decisions made there and wherever else staff see such a booking.</summary>
public sealed class ApprovalsModel(ListPendingBookings listPending, IClock clock) : PageModel
{
    private const int LongestReason = 500;

    public PendingView Pending { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var member = HttpContext.Member();
        Pending = PendingView.Of(await listPending.RunAsync(member, ct), member, clock.GetCurrentInstant());
        return Request.IsHtmx() ? this.FragmentOrNotModified("_Pending", Pending, Pending.Version) : Page();
    }

    public async Task<IActionResult> OnPostApproveAsync(Guid bookingId, string? returnUrl, [FromServices] ConfirmBooking confirm, CancellationToken ct) =>
        Answer(
            await confirm.RunAsync(new DecideBookingRequest(HttpContext.Member(), bookingId), ct),
            "The meeting is confirmed. Everybody in it gets an email.", returnUrl);

    public async Task<IActionResult> OnPostDeclineAsync(Guid bookingId, string? reason, string? returnUrl, [FromServices] RejectBooking reject, CancellationToken ct)
    {
        var words = reason?.Trim() is { Length: > LongestReason } tooLong ? tooLong[..LongestReason] : reason;
        return Answer(
            await reject.RunAsync(new DecideBookingRequest(HttpContext.Member(), bookingId, words), ct),
            "Declined. The visitor gets an email, and the time is free again.", returnUrl);
    }

    private IActionResult Answer(DecideBookingOutcome outcome, string done, string? returnUrl)
    {
        switch (outcome)
        {
            case DecideBookingOutcome.BookingNotFound:
                return NotFound();
            case DecideBookingOutcome.NotYours:
                return Forbid();
            case DecideBookingOutcome.NotPending late:
                new PageNotice("info", TooLate(late.Status)).LeaveIn(TempData);
                break;
            default:
                new PageNotice("success", done).LeaveIn(TempData);
                break;
        }

        return new SeeOtherResult(Url.IsLocalUrl(returnUrl) ? returnUrl : Url.Page("/Dashboard/Index")!);
    }

    private static string TooLate(BookingStatus status) => status switch
    {
        BookingStatus.Rejected => "Somebody already declined this meeting; nothing was changed.",
        BookingStatus.Cancelled => "This meeting was cancelled meanwhile; nothing was changed.",
        BookingStatus.Expired => "The time of this meeting has come, so the request expired; the visitor was told.",
        _ => "Somebody already approved this meeting; nothing was changed.",
    };
}
