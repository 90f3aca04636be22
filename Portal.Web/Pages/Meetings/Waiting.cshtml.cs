using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.WaitingRoom;
using Portal.Web.Htmx;
using Portal.Web.Security;

namespace Portal.Web.Pages.Meetings;

/// <summary>The door of a visitor's meeting: come to it, wait at it, be let in. <c>…/status</c> is the part that is polled.</summary>
[OpenedByLink(LinkPurpose.Join)]
[UsesCameraAndMicrophone]
public sealed class WaitingModel(
    FindMeeting findMeeting, FindWaitingPlace findPlace, EnterWaitingRoom enterWaitingRoom, LeaveWaitingRoom leaveWaitingRoom, IClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public VisitorMeeting Meeting { get; private set; } = null!;

    public WaitingDoor Door { get; private set; } = null!;

    /// <summary>The answer to a poll, not the page.</summary>
    public bool IsFragment { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Meeting = await findMeeting.RunAsync(this.LinkHolder().BookingId, ct);
        await LookAsync(ct);
    }

    public async Task<IActionResult> OnGetStatusAsync(CancellationToken ct)
    {
        IsFragment = true;
        await LookAsync(ct);
        var knowsVisitor = (await VisitorSession.ParticipantIdsAsync(HttpContext)).Contains(this.LinkHolder().ParticipantId);
        if (Door.State == DoorState.Admitted && knowsVisitor)
        {
            Response.Htmx(htmx => htmx.WithToast($"{Door.Place.HostName} lets you in").Redirect(CallUrl));
            return new OkResult();
        }
        return this.FragmentOrNotModified("_Door", this, Door.Version);
    }

    public async Task<IActionResult> OnPostEnterAsync(CancellationToken ct)
    {
        var participantId = this.LinkHolder().ParticipantId;
        switch (await enterWaitingRoom.RunAsync(participantId, ct))
        {
            case EnterWaitingRoomOutcome.Admitted:
                await VisitorSession.RememberAsync(HttpContext, participantId);
                return new SeeOtherResult(CallUrl);
            case EnterWaitingRoomOutcome.Waiting:
                await VisitorSession.RememberAsync(HttpContext, participantId);
                return new SeeOtherResult(PageUrl);
            default:
                await OnGetAsync(ct);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
        }
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken ct)
    {
        await leaveWaitingRoom.RunAsync(this.LinkHolder().ParticipantId, ct);
        return new SeeOtherResult(PageUrl);
    }

    private string PageUrl => Url.Page("/Meetings/Waiting", new { token = Token, handler = "" })!;

    private string CallUrl => Url.Content($"~/meetings/{this.LinkHolder().BookingId}/call?as=guest");

    private async Task LookAsync(CancellationToken ct) =>
        Door = WaitingDoor.Of(await findPlace.RunAsync(this.LinkHolder().ParticipantId, ct), clock.GetCurrentInstant());
}
