using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Bookings;
using Portal.Core.Bookings.Afterwards;
using Portal.Core.Calendars;
using Portal.Web.Htmx;

namespace Portal.Web.Pages.Meetings;

/// <summary>A visitor's meeting: when, with whom, how to join, move and cancel it. <c>…/state</c> is the part that counts down.</summary>
[OpenedByLink(LinkPurpose.Join)]
public sealed class MeetingModel(FindMeeting findMeeting, VisitorCalendar calendar) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>Led here by booking it a moment ago.</summary>
    public bool WasJustBooked => Request.Query.ContainsKey("booked");

    /// <summary>Of the times the page shows; a polled state that finds another has the page load again.</summary>
    [BindProperty(SupportsGet = true)]
    public int Sequence { get; set; }

    public VisitorMeeting Meeting { get; private set; } = null!;

    public MeetingState State { get; private set; } = null!;

    public bool MayManage => this.LinkHolder().Purpose == LinkPurpose.Manage;

    public AddToCalendarLinks AddToCalendar => AddToCalendarLinks.For(calendar.Describe(Meeting, Token), Meeting.Zone);

    /// <summary>What can be said of it once it has begun; null before.</summary>
    public AfterCall? AfterCall { get; private set; }

    public async Task OnGetAsync([FromServices] FindAfterCall findAfterCall, CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Meeting.Now >= Meeting.StartsAt || Meeting.IsOver)
            AfterCall = await findAfterCall.RunAsync(this.LinkHolder().ParticipantId, ct);
        Sequence = Meeting.Sequence;
    }

    public async Task<IActionResult> OnGetStateAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        if (Meeting.IsOver || Meeting.Sequence != Sequence)
        {
            // what stands around the state is no longer true either
            Response.Htmx(htmx => htmx.Refresh());
            return new EmptyResult();
        }
        return this.FragmentOrNotModified("_State", this, State.Version);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Meeting = await findMeeting.RunAsync(this.LinkHolder().BookingId, ct);
        State = MeetingState.Of(Meeting);
    }
}
