using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Web.Pages.Book;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Meetings;

/// <summary>A visitor moves their meeting: the calendar of the booking page over their host's open times, then a last look.</summary>
[OpenedByLink(LinkPurpose.Manage)]
public sealed class MoveModel(FindMeeting findMeeting, FindOpenSlots findOpenSlots, RescheduleBooking rescheduleBooking) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    [StringLength(500, ErrorMessage = "There is room for 500 characters.")]
    public string? Reason { get; set; }

    public VisitorMeeting Meeting { get; private set; } = null!;

    /// <summary>Null when the meeting cannot be moved any more.</summary>
    public SlotCalendar? Calendar { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var query = SlotQuery.Of(Request.Query) with { Article = null };
        await LoadAsync(ct);
        if (Meeting.CanMove)
            Show((await findOpenSlots.ForMoveAsync(Meeting.BookingId, ct))!, query);
        if (query.RemembersZone && Calendar is { ZoneIsChosen: true })
            VisitorZone.Remember(Response, Calendar.Zone);
    }

    public async Task<IActionResult> OnGetSlotsAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        if (Calendar is not null)
            this.PushAddress(Calendar.Address.Here.Page);
        return Partial("_Move", this);
    }

    /// <param name="start">The new time, as <see cref="SlotQuery.Write"/> writes it.</param>
    /// <param name="zone">What it was shown in.</param>
    public async Task<IActionResult> OnPostAsync(string? start, string? zone, CancellationToken ct)
    {
        if (SlotQuery.TimeOf(start) is not { } newStart)
            return BadRequest();
        var holder = this.LinkHolder();
        var newZone = Zones.TryFind(zone, out var named) ? named : null;
        var request = new RescheduleBookingRequest(holder.OrganizationId, holder.BookingId, newStart, newZone, holder.AsActor()) { Reason = Reason };
        var query = SlotQuery.Of(Request.Query) with { Time = newStart, Zone = zone, Article = null };
        if (!ModelState.IsValid)
            return await AgainAsync(query, ct);
        switch (await rescheduleBooking.RunAsync(request, ct))
        {
            case RescheduleBookingOutcome.Moved:
                return this.Done("Your meeting was moved. Everybody in it gets an email with the new time.", this.MeetingUrl(Token));
            case RescheduleBookingOutcome.SlotTaken taken:
                await LoadAsync(ct);
                Show(taken.Open, query);
                return this.PageWith(StatusCodes.Status409Conflict);
            case RescheduleBookingOutcome.ReasonMissing:
                ModelState.AddModelError(nameof(Reason), "Please say why: your host plans with it.");
                return await AgainAsync(query, ct);
            case RescheduleBookingOutcome.NotMovable or RescheduleBookingOutcome.TooLateToMove or RescheduleBookingOutcome.NoMovesLeft:
                await LoadAsync(ct);
                return this.PageWith(StatusCodes.Status409Conflict);
            default:
                return NotFound();
        }
    }

    private async Task LoadAsync(CancellationToken ct) => Meeting = await findMeeting.RunAsync(this.LinkHolder().BookingId, ct);

    private void Show(OpenTimes open, SlotQuery query)
    {
        var path = Url.Page("/Meetings/Move", new { token = Token, handler = "" })!;
        Calendar = SlotCalendar.Of(open, VisitorZone.Of(Request, query.Zone, Meeting.Zone), VisitorClock.Of(Request), new SlotAddress(path, query));
    }

    private async Task<PageResult> AgainAsync(SlotQuery query, CancellationToken ct)
    {
        await LoadAsync(ct);
        Show((await findOpenSlots.ForMoveAsync(Meeting.BookingId, ct))!, query);
        return this.PageWith(StatusCodes.Status422UnprocessableEntity);
    }
}
