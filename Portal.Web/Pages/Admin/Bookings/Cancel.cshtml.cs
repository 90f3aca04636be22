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

    public IActionResult OnGet() => Details.CanCancel ? Page() : Refuse(Details.Booking.Status);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            var page = Page();
            page.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return page;
        }

        var member = HttpContext.Member();
        var request = new CancelBookingRequest(member.OrganizationId, Details.Booking.Id, Input.Reason, member.AsActor());
        switch (await cancelBooking.RunAsync(request, ct))
        {
            case CancelBookingOutcome.Cancelled:
                new PageNotice("success", $"The meeting is cancelled. {Told} will get an email.").LeaveIn(TempData);
                return ToDetails();
            case CancelBookingOutcome.NotCancellable refused:
                return Refuse(refused.Status);
            default:
                return NotFound();
        }
    }

    private RedirectToPageResult Refuse(BookingStatus status)
    {
        var words = status switch
        {
            BookingStatus.Cancelled => "This meeting was already cancelled.",
            BookingStatus.InProgress => "This meeting is running. End it in the call instead.",
            _ => $"This meeting can no longer be cancelled: it is {StatusBadgeTagHelper.Word(status.ToString()).ToLowerInvariant()}.",
        };
        new PageNotice("warning", words).LeaveIn(TempData);
        return ToDetails();
    }

    private RedirectToPageResult ToDetails() => RedirectToPage("/Admin/Bookings/Details", new { bookingId = Details.Booking.Id });

    public sealed class CancelInput
    {
        [StringLength(500, ErrorMessage = "Keep it to 500 characters.")]
        public string? Reason { get; set; }
    }
}
