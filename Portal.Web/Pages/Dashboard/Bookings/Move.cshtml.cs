using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Web.Htmx;
using Portal.Web.Pages.Book;
using Portal.Web.Pages.Dashboard.Availability;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard.Bookings;

/// <summary>A host or an admin moves a meeting to any time its hosts are free; asked again where that is outside of what is offered.</summary>
public sealed class MoveModel(FindOpenSlots findOpenSlots, RescheduleBooking rescheduleBooking, IClock clock) : PageModel
{
    private const int OfferedTimes = 6;

    private static readonly MoveQuestion NotMovable = new("warning", "This meeting can no longer be moved", ["It has begun, is over or was called off."], []);

    [BindProperty]
    public MoveInput Input { get; set; } = new();

    public MoveView View { get; private set; } = null!;

    private Booking Booking => HttpContext.Booking().Booking;

    private DateTimeZone Zone => Input.ZoneOr(Booking.HostZone);

    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Input = MoveInput.Of(Booking, Request.Query);
        return HttpContext.Booking().CanMove(clock.GetCurrentInstant())
            ? ShowAsync(StatusCodes.Status200OK, null, ct)
            : ShowAsync(StatusCodes.Status409Conflict, NotMovable, ct);
    }

    /// <param name="start">A moment chosen in place of the typed time, as <see cref="SlotQuery.Write"/> writes it.</param>
    /// <param name="anyway">The same, chosen knowing that it is outside of what is offered.</param>
    public async Task<IActionResult> OnPostAsync(string? start, string? anyway, CancellationToken ct)
    {
        var chosen = SlotQuery.TimeOf(anyway) ?? SlotQuery.TimeOf(start);
        if (chosen is not null)
        {
            ModelState.Remove("Input.Date");
            ModelState.Remove("Input.Time");
        }

        var moments = chosen is { } one ? [one] : Input.Moments(Zone);
        Check(moments);
        if (!ModelState.IsValid)
            return await ShowAsync(StatusCodes.Status422UnprocessableEntity, null, ct);
        return moments is [var newStart]
            ? await MoveAsync(newStart, anyway is not null, ct)
            : await ShowAsync(StatusCodes.Status422UnprocessableEntity, new MoveQuestion("warning", "This time comes twice that day. Which one?", [], moments!), ct);
    }

    private void Check(IReadOnlyList<Instant>? moments)
    {
        if (moments is null && ModelState.IsValid)
            ModelState.AddModelError("Input.Date", "Choose a day and a time.");
        else if (moments is [])
            ModelState.AddModelError("Input.Time", "The clock skips this time that day. Choose another.");
        else if (moments is [.., var last] && last <= clock.GetCurrentInstant())
            ModelState.AddModelError("Input.Date", "This time is past. Choose one to come.");
        else if (moments is [var only] && only == Booking.StartsAt && (Input.Length ?? Booking.EndsAt - Booking.StartsAt) == Booking.EndsAt - Booking.StartsAt)
            ModelState.AddModelError("Input.Time", "The meeting is at this time already.");
    }

    private async Task<IActionResult> MoveAsync(Instant newStart, bool outsideOffer, CancellationToken ct)
    {
        var member = HttpContext.Member();
        var request = new RescheduleBookingRequest(member.OrganizationId, Booking.Id, newStart, null, member.AsActor())
        {
            NewLength = Input.Length,
            Reason = string.IsNullOrWhiteSpace(Input.Note) ? null : Input.Note,
            OutsideOffer = outsideOffer,
        };
        switch (await rescheduleBooking.RunAsync(request, ct))
        {
            case RescheduleBookingOutcome.Moved:
                return Moved();
            case RescheduleBookingOutcome.OutsideOffer outside:
                return await ShowAsync(StatusCodes.Status422UnprocessableEntity, new MoveQuestion(
                    "warning", $"{MeetingTime.Moment(newStart, Zone)} is not a time visitors are offered",
                    [.. outside.Reasons.Select(reason => ReasonWords.ForStaff(reason, newStart, Zone, clock.GetCurrentInstant())).Distinct()], [], newStart), ct);
            case RescheduleBookingOutcome.SlotTaken taken:
                return await ShowAsync(StatusCodes.Status409Conflict, new MoveQuestion(
                    "error", $"{MeetingTime.Moment(newStart, Zone)} is not free", ["The meeting is still where it was."],
                    [.. taken.Nearest.Select(slot => slot.Start)]), ct);
            case RescheduleBookingOutcome.NotMovable:
                return await ShowAsync(StatusCodes.Status409Conflict, NotMovable, ct);
            default:
                return NotFound();
        }
    }

    private IActionResult Moved()
    {
        new PageNotice("success", $"The meeting with {Booking.VisitorName} was moved. Everybody in it gets an email.").LeaveIn(TempData);
        if (Request.FindCurrentPage() is not { } page)
            return new SeeOtherResult(Url.Page("/Dashboard/Bookings/Details", new { bookingId = Booking.Id })!);
        Response.Htmx(htmx => htmx.Redirect(page));
        return new NoContentResult();
    }

    private async Task<IActionResult> ShowAsync(int status, MoveQuestion? question, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var near = Input.Moments(Zone) is [var asked, ..] ? asked : Booking.StartsAt;
        var canMove = HttpContext.Booking().CanMove(now) && question != NotMovable;
        var open = canMove ? await findOpenSlots.ForMoveAsync(Booking.Id, ct) : null;
        View = new MoveView(
            HttpContext.Booking(), Input, Zone, now.InZone(Zone).Date,
            open is null ? [] : [.. open.Nearest(near, OfferedTimes).Select(slot => slot.Start)],
            question,
            canMove);
        Response.StatusCode = status;
        return Request.IsHtmx() ? Partial("_MoveSheet", View) : Page();
    }
}
