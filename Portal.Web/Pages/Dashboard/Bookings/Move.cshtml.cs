using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Bookings;
using Portal.Web.Htmx;
using Portal.Web.Pages.Book;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard.Bookings;

/// <summary>A host or an admin moves a meeting to any time its hosts are free; asked again where that is outside of what is offered.</summary>
public sealed class MoveModel(FindOpenSlots findOpenSlots, RescheduleBooking rescheduleBooking, IClock clock) : PageModel
{
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
            : ShowAsync(StatusCodes.Status409Conflict, MoveQuestion.NotMovable, ct);
    }

    /// <param name="start">A moment chosen in place of the typed time, as <see cref="SlotQuery.Write"/> writes it.</param>
    /// <param name="anyway">The same, chosen knowing that it is outside of what is offered.</param>
    public async Task<IActionResult> OnPostAsync(string? start, string? anyway, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var moments = Input.Read(Booking, SlotQuery.TimeOf(anyway) ?? SlotQuery.TimeOf(start), now, ModelState);
        if (!ModelState.IsValid)
            return await ShowAsync(StatusCodes.Status422UnprocessableEntity, null, ct);
        if (moments is not [var newStart])
            return await ShowAsync(StatusCodes.Status422UnprocessableEntity, MoveQuestion.WhichOf(moments), ct);

        var request = Input.ToRequest(Booking, newStart, HttpContext.Member().AsActor()) with { OutsideOffer = anyway is not null };
        return await rescheduleBooking.RunAsync(request, ct) switch
        {
            RescheduleBookingOutcome.Moved => Moved(),
            RescheduleBookingOutcome.OutsideOffer outside =>
                await ShowAsync(StatusCodes.Status422UnprocessableEntity, MoveQuestion.Of(outside, newStart, Zone, now), ct),
            RescheduleBookingOutcome.SlotTaken taken => await ShowAsync(StatusCodes.Status409Conflict, MoveQuestion.Of(taken, newStart, Zone), ct),
            RescheduleBookingOutcome.NotMovable => await ShowAsync(StatusCodes.Status409Conflict, MoveQuestion.NotMovable, ct),
            _ => NotFound(),
        };
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
        var (details, now) = (HttpContext.Booking(), clock.GetCurrentInstant());
        var canMove = details.CanMove(now) && question != MoveQuestion.NotMovable;
        View = MoveView.Of(details, Input, now, canMove ? await findOpenSlots.ForMoveAsync(Booking.Id, ct) : null, question);
        Response.StatusCode = status;
        return Request.IsHtmx() ? Partial("_MoveSheet", View) : Page();
    }
}
