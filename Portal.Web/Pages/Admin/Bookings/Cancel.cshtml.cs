using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;
using Portal.Web.TagHelpers;

namespace Portal.Web.Pages.Admin.Bookings;

public sealed class CancelModel(CancelBooking cancelBooking, IClock clock) : PageModel
{
    [BindProperty]
    public CancelInput Input { get; set; } = new();

    public BookingDetails Details => HttpContext.Booking();

    public string When => MeetingTime.RangeWithZone(
        Details.Booking.StartsAt, Details.Booking.EndsAt, HttpContext.Member().Zone, clock.GetCurrentInstant().InZone(HttpContext.Member().Zone).Date);

    /// <summary>Everybody a mail will go to, in words.</summary>
    public string Told
    {
        get
        {
            var names = Details.Participants.Select(person => person.Name).ToList();
            return names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
        }
    }

    /// <summary>Why it cannot be cancelled; null while it can.</summary>
    public string? Refusal { get; private set; }

    public void OnGet() => Refusal = Details.CanCancel ? null : RefusalOf(Details.Booking.Status);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return PageWith(StatusCodes.Status422UnprocessableEntity);

        var member = HttpContext.Member();
        var request = new CancelBookingRequest(member.OrganizationId, Details.Booking.Id, Input.Reason, member.AsActor());
        switch (await cancelBooking.RunAsync(request, ct))
        {
            case CancelBookingOutcome.Cancelled:
                new PageNotice("success", $"The meeting is cancelled. {Told} will get an email.").LeaveIn(TempData);
                return new SeeOtherResult(Url.Page("/Admin/Bookings/Details", new { bookingId = Details.Booking.Id })!);
            case CancelBookingOutcome.NotCancellable refused:
                Refusal = RefusalOf(refused.Status);
                return PageWith(StatusCodes.Status409Conflict);
            default:
                return NotFound();
        }
    }

    private static string RefusalOf(BookingStatus status) => status switch
    {
        BookingStatus.Cancelled => "It was already cancelled; nobody is told again.",
        BookingStatus.InProgress => "It is running. End it in the call instead.",
        _ => $"It is {StatusBadgeTagHelper.Word(status.ToString()).ToLowerInvariant()}, so there is nothing left to cancel.",
    };

    private PageResult PageWith(int status)
    {
        var page = Page();
        page.StatusCode = status;
        return page;
    }

    public sealed class CancelInput
    {
        [StringLength(500, ErrorMessage = "Keep it to 500 characters.")]
        public string? Reason { get; set; }
    }
}
