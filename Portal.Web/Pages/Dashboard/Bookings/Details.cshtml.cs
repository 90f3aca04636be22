using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Notifications;
using Portal.Web.Htmx;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard.Bookings;

/// <summary>A meeting as its hosts and admins see it: beside the calendar, or as a page.</summary>
public sealed class DetailsModel(IClock clock) : PageModel
{
    public StaffBooking View => StaffBooking.Of(
        HttpContext.Booking(), HttpContext.Member(), clock.GetCurrentInstant(),
        Request.FindCurrentPage() ?? Url.Page("/Dashboard/Bookings/Details", new { bookingId = HttpContext.Booking().Booking.Id })!);

    public async Task<IActionResult> OnPostSendAgainAsync(string? returnUrl, [FromServices] SendAgain sendAgain, CancellationToken ct)
    {
        var outcome = await sendAgain.RunAsync(new SendAgainRequest(HttpContext.Member(), BookingId: HttpContext.Booking().Booking.Id), ct);
        ResendWords.NoticeOf(outcome).LeaveIn(TempData);
        return new SeeOtherResult(Url.IsLocalUrl(returnUrl) ? returnUrl : View.Here);
    }

    public IActionResult OnGet() => Request.IsHtmx() ? Partial("_Sheet", View) : Page();
}
