using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Bookings;
using Portal.Core.Calendars;

namespace Portal.Web.Pages.Meetings;

/// <summary>The meeting as a calendar file. Of a cancelled one it is the cancellation, which takes the entry out again.</summary>
[OpenedByLink(LinkPurpose.Join)]
public sealed class InviteModel(FindMeeting findMeeting, VisitorCalendar calendar) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        var meeting = await findMeeting.RunAsync(this.LinkHolder().BookingId, ct);
        var entry = calendar.Describe(meeting, token);
        var (method, text) = meeting.Status == BookingStatus.Cancelled
            ? (CalendarMethods.Cancel, MeetingCalendar.Cancellation(entry, new CalendarReader(meeting.VisitorName, meeting.VisitorEmail, meeting.Zone), meeting.Now))
            : (CalendarMethods.Publish, MeetingCalendar.Download(entry, meeting.Zone, meeting.Now));
        return File(Encoding.UTF8.GetBytes(text), $"{MeetingCalendar.MediaType}; charset=utf-8; method={method}", MeetingCalendar.FileName);
    }
}
