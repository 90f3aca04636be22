using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Bookings;
using Portal.Core.Video;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.Bookings;

/// <summary>Asks once, then ends a running meeting for everybody in it (B14).</summary>
public sealed class EndModel(EndMeeting endMeeting) : PageModel
{
    public BookingDetails Details => HttpContext.Booking();

    public IReadOnlyList<string> InCall => [.. Details.Participants.Where(person => person.IsInCall).Select(person => person.Name)];

    public bool IsRunning { get; private set; }

    public IActionResult OnGet()
    {
        IsRunning = Details.Booking.Status == BookingStatus.InProgress;
        return IsRunning ? Page() : PageWith(StatusCodes.Status409Conflict);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var member = HttpContext.Member();
        var outcome = await endMeeting.RunAsync(new EndMeetingRequest(member.OrganizationId, Details.Booking.Id, member.AsActor()), ct);
        if (outcome is not EndMeetingOutcome.Ended)
            return PageWith(StatusCodes.Status409Conflict);
        new PageNotice("success", "The meeting has ended for everybody.").LeaveIn(TempData);
        return new SeeOtherResult(Url.Page("/Admin/Bookings/Details", new { bookingId = Details.Booking.Id })!);
    }

    private PageResult PageWith(int status)
    {
        var page = Page();
        page.StatusCode = status;
        return page;
    }
}
