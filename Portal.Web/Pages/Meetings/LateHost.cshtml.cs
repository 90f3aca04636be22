using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Bookings;
using Portal.Core.Scheduling;
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
public sealed class LateHostModel(FindMeeting findMeeting, ListFirstTimes listFirstTimes, ListOtherHosts listOtherHosts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    [StringLength(500, ErrorMessage = "There is room for 500 characters.")]
    public string? Reason { get; set; }

    public VisitorMeeting Meeting { get; private set; } = null!;

    public IReadOnlyList<OpenSlot> Times { get; private set; } = [];

    /// <summary>Another host of the type is at work and free.</summary>
    public bool ColleagueIsFree { get; private set; }

    /// <summary>What came of the choice just made; null at first.</summary>
    public PageNotice? News { get; private set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if ((await VisitorSession.ParticipantIdsAsync(HttpContext)).Contains(this.LinkHolder().ParticipantId))
            await next();
        else
            context.Result = new SeeOtherResult(DoorUrl);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await LoadAsync(ct) ? Page() : new SeeOtherResult(DoorUrl);

    public async Task<IActionResult> OnPostColleagueAsync([FromServices] AskForColleague askForColleague, CancellationToken ct)
    {
        var holder = this.LinkHolder();
        return await askForColleague.RunAsync(holder.ParticipantId, holder.AsActor(), ct) is AskForColleagueOutcome.NobodyFree
            ? await ConflictedAsync("Nobody else is free at this moment. You keep your place; look again in a few minutes.", ct)
            : new SeeOtherResult(DoorUrl);
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
                new PageNotice("success", "Your new time is booked. Everybody in it gets an email.").LeaveIn(TempData);
                return new SeeOtherResult(Url.Page("/Meetings/Meeting", new { token = booked.Token, handler = "" })!);
            case RebookFirstInLineOutcome.SlotTaken:
                return await ConflictedAsync("Somebody took that time a moment ago. These are free.", ct);
            default:
                return new SeeOtherResult(DoorUrl);
        }
    }

    public async Task<IActionResult> OnPostCancelAsync([FromServices] CancelBooking cancel, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await LoadAsync(ct) ? Page() : new SeeOtherResult(DoorUrl);
        }

        var holder = this.LinkHolder();
        var cancelled = await cancel.RunAsync(new CancelBookingRequest(holder.OrganizationId, holder.BookingId, Reason, holder.AsActor()), ct);
        return new SeeOtherResult(cancelled is CancelBookingOutcome.Cancelled ? Url.Page("/Meetings/Meeting", new { token = Token, handler = "" })! : DoorUrl);
    }

    private string DoorUrl => Url.Page("/Meetings/Waiting", new { token = Token, handler = "" })!;

    private async Task<IActionResult> ConflictedAsync(string words, CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return new SeeOtherResult(DoorUrl);
        News = new PageNotice("info", words);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    /// <returns>False when the host is not late.</returns>
    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var holder = this.LinkHolder();
        if (await listFirstTimes.RunAsync(holder.ParticipantId, ct) is not { } times)
            return false;
        Times = times;
        Meeting = await findMeeting.RunAsync(holder.BookingId, ct);
        var others = await listOtherHosts.RunAsync(holder.OrganizationId, holder.BookingId, ct);
        ColleagueIsFree = others!.Any(host => host is { IsFree: true, IsAtWork: true });
        return true;
    }
}
