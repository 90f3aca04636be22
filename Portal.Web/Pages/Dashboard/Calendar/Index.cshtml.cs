using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Web.Htmx;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard.Calendar;

/// <summary>The calendar of a host, and for admins of any host or of everybody: a month, a week or a day.</summary>
public sealed class IndexModel(FindCalendar findCalendar, IClock clock) : PageModel
{
    public StaffCalendarView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var member = HttpContext.Member();
        var query = CalendarQuery.Of(Request.Query);
        var days = StaffCalendarView.DaysOf(StaffCalendarView.PeriodOf(query, clock.GetCurrentInstant().InZone(member.Zone).Date));
        var outcome = await findCalendar.RunAsync(new FindCalendarRequest(member, query.Owner, days[0], days[^1]), ct);
        switch (outcome)
        {
            case FindCalendarOutcome.Found found:
                View = new StaffCalendarView(found.Calendar, query, member.Zone, Url.Page("/Dashboard/Calendar/Index")!);
                return Request.IsHtmx() ? this.FragmentOrNotModified("_Calendar", View, View.Version) : Page();
            case FindCalendarOutcome.NotYours:
                return Forbid();
            default:
                return NotFound();
        }
    }
}
