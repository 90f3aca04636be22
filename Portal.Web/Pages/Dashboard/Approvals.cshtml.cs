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

    /// <summary>What became of the booking before this decision; null unless it came too late.</summary>
    public string? TooLate { get; private set; }

    /// <summary>Where the decision was made.</summary>
    public string? CameFrom { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Request.IsHtmx() ? this.FragmentOrNotModified("_Pending", Pending, Pending.Version) : Page();
    }

    public async Task<IActionResult> OnPostApproveAsync(Guid bookingId, string? returnUrl, [FromServices] ConfirmBooking confirm, CancellationToken ct) =>
        await AnswerAsync(
            await confirm.RunAsync(new DecideBookingRequest(HttpContext.Member(), bookingId), ct),
            "The meeting is confirmed. Everybody in it gets an email.", returnUrl, ct);

    public async Task<IActionResult> OnPostDeclineAsync(Guid bookingId, string? reason, string? returnUrl, [FromServices] RejectBooking reject, CancellationToken ct)
    {
        var words = reason?.Trim() is { Length: > LongestReason } tooLong ? tooLong[..LongestReason] : reason;
        return await AnswerAsync(
            await reject.RunAsync(new DecideBookingRequest(HttpContext.Member(), bookingId, words), ct),
            "Declined. The visitor gets an email, and the time is free again.", returnUrl, ct);
    }

    private async Task<IActionResult> AnswerAsync(DecideBookingOutcome outcome, string done, string? returnUrl, CancellationToken ct)
    {
        var cameFrom = Url.IsLocalUrl(returnUrl) ? returnUrl : Url.Page("/Dashboard/Index")!;
        switch (outcome)
        {
            case DecideBookingOutcome.BookingNotFound:
                return NotFound();
            case DecideBookingOutcome.NotYours:
                return Forbid();
            case DecideBookingOutcome.NotPending late:
                (TooLate, CameFrom) = (WordsOf(late.Status), cameFrom);
                await LoadAsync(ct);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            default:
                new PageNotice("success", done).LeaveIn(TempData);
                return new SeeOtherResult(cameFrom);
        }
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var member = HttpContext.Member();
        Pending = PendingView.Of(await listPending.RunAsync(member, ct), member, clock.GetCurrentInstant());
    }

    private static string WordsOf(BookingStatus status) => status switch
    {
        BookingStatus.Rejected => "Somebody already declined this meeting; nothing was changed.",
        BookingStatus.Cancelled => "This meeting was cancelled meanwhile; nothing was changed.",
        BookingStatus.Expired => "The time of this meeting has come, so the request expired; the visitor was told.",
        _ => "Somebody already approved this meeting; nothing was changed.",
    };
}
