using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Bookings;

namespace Portal.Web.Pages.Meetings;

/// <summary>A visitor calls their meeting off, after being told who will hear of it.</summary>
[OpenedByLink(LinkPurpose.Manage)]
public sealed class CancelModel(FindMeeting findMeeting, CancelBooking cancelBooking) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public CancelInput Input { get; set; } = new();

    public VisitorMeeting Meeting { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return await AgainAsync(StatusCodes.Status422UnprocessableEntity, ct);
        var holder = this.LinkHolder();
        var request = new CancelBookingRequest(holder.OrganizationId, holder.BookingId, Input.Reason, holder.AsActor());
        return await cancelBooking.RunAsync(request, ct) switch
        {
            CancelBookingOutcome.Cancelled => new SeeOtherResult(this.MeetingUrl(Token)),
            CancelBookingOutcome.ReasonMissing => await WithoutReasonAsync(ct),
            CancelBookingOutcome.NotCancellable or CancelBookingOutcome.TooLateToCancel => await AgainAsync(StatusCodes.Status409Conflict, ct),
            _ => NotFound(),
        };
    }

    private Task<PageResult> WithoutReasonAsync(CancellationToken ct)
    {
        ModelState.AddModelError("Input.Reason", "Please say why: your host plans with it.");
        return AgainAsync(StatusCodes.Status422UnprocessableEntity, ct);
    }

    private async Task LoadAsync(CancellationToken ct) => Meeting = await findMeeting.RunAsync(this.LinkHolder().BookingId, ct);

    private async Task<PageResult> AgainAsync(int status, CancellationToken ct)
    {
        await LoadAsync(ct);
        return this.PageWith(status);
    }

    public sealed class CancelInput
    {
        [StringLength(500, ErrorMessage = "There is room for 500 characters.")]
        public string? Reason { get; set; }
    }
}
