using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Bookings;
using Portal.Core.WaitingRoom;
using Portal.Web.Pages.Book;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Meetings;

/// <summary>
/// What a visitor can do whose host is late (N5). Whoever waits at the door may, whichever link brought them: it is the browser
/// that came to the door that is asked, so that a link passed on does nothing here.
/// </summary>
[OpenedByLink(LinkPurpose.Join)]
public sealed class LateHostModel(FindLateHostChoices findChoices) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    [StringLength(500, ErrorMessage = "There is room for 500 characters.")]
    public string? Reason { get; set; }

    public LateHostChoices Choices { get; private set; } = null!;

    /// <summary>What came of the choice just made; null at first.</summary>
    public PageNotice? News { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if ((await VisitorSession.ParticipantIdsAsync(HttpContext)).Contains(this.LinkHolder().ParticipantId))
            await next();
        else
            context.Result = new SeeOtherResult(this.DoorUrl(Token));
    }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(StatusCodes.Status200OK, ct);

    public async Task<IActionResult> OnPostColleagueAsync([FromServices] AskForColleague askForColleague, CancellationToken ct)
    {
        var holder = this.LinkHolder();
        if (await askForColleague.RunAsync(holder.ParticipantId, holder.AsActor(), ct) is not AskForColleagueOutcome.NobodyFree)
            return new SeeOtherResult(this.DoorUrl(Token));
        News = new PageNotice("info", "Nobody else is free at this moment. You keep your place; look again in a few minutes.");
        return await ShowAsync(StatusCodes.Status409Conflict, ct);
    }

    public async Task<IActionResult> OnPostTimeAsync(string? start, [FromServices] RebookFirstInLine rebook, CancellationToken ct)
    {
        if (SlotQuery.TimeOf(start) is not { } time)
            return BadRequest();
        var holder = this.LinkHolder();
        var cookie = (await VisitorSession.ReadAsync(HttpContext)).ToAct();
        switch (await rebook.RunAsync(new RebookFirstInLineRequest(holder.ParticipantId, time, holder.AsActor(), cookie.BrowserId), ct))
        {
            case RebookFirstInLineOutcome.Booked booked:
                await VisitorSession.RememberAsync(HttpContext, cookie, booked.VisitorId);
                return this.Done("Your new time is booked. Everybody in it gets an email.", this.MeetingUrl(booked.Token));
            case RebookFirstInLineOutcome.SlotTaken:
                News = new PageNotice("info", "Somebody took that time a moment ago. These are free.");
                return await ShowAsync(StatusCodes.Status409Conflict, ct);
            default:
                return new SeeOtherResult(this.DoorUrl(Token));
        }
    }

    public async Task<IActionResult> OnPostCancelAsync([FromServices] CancelBooking cancel, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(StatusCodes.Status422UnprocessableEntity, ct);
        var holder = this.LinkHolder();
        var cancelled = await cancel.RunAsync(new CancelBookingRequest(holder.OrganizationId, holder.BookingId, Reason, holder.AsActor()), ct);
        return new SeeOtherResult(cancelled is CancelBookingOutcome.Cancelled ? this.MeetingUrl(Token) : this.DoorUrl(Token));
    }

    private async Task<IActionResult> ShowAsync(int status, CancellationToken ct)
    {
        if (await findChoices.RunAsync(this.LinkHolder(), ct) is not { } choices)
            return new SeeOtherResult(this.DoorUrl(Token));
        Choices = choices;
        return this.PageWith(status);
    }
}
