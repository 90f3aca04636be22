using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Chat;
using Portal.Core.WaitingRoom;
using Portal.Web.Htmx;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Meetings;

/// <summary>The door of a visitor's meeting: come to it, wait at it, be let in. <c>…/status</c> is the part that is polled.</summary>
[OpenedByLink(LinkPurpose.Join)]
[UsesCameraAndMicrophone]
public sealed class WaitingModel(FindWaitingPlace findPlace, ListDoorChat listChat, WaitingPolls polls, IClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public VisitorMeeting Meeting { get; private set; } = null!;

    public WaitingDoor Door { get; private set; } = null!;

    /// <summary>Between the visitor and the host, before the call.</summary>
    public IReadOnlyList<ChatMessage> Said { get; private set; } = [];

    /// <summary>The answer to a poll, not the page.</summary>
    public bool IsFragment { get; private set; }

    public async Task OnGetAsync([FromServices] FindMeeting findMeeting, CancellationToken ct)
    {
        Meeting = await findMeeting.RunAsync(this.LinkHolder().BookingId, ct);
        await LookAsync(ct);
    }

    public async Task<IActionResult> OnGetStatusAsync(CancellationToken ct)
    {
        IsFragment = true;
        await LookAsync(ct);
        if (Door is { State: DoorState.Admitted, Standing: BrowserStanding.Own })
        {
            Response.Htmx(htmx => htmx.WithToast($"{Door.Place.HostName} lets you in").WithTrigger("portal:turn").Redirect(CallUrl));
            return new OkResult();
        }

        polls.Watch(Token, this.LinkHolder());
        return this.FragmentOrNotModified("_Door", this, Door.Version);
    }

    public async Task<IActionResult> OnPostEnterAsync([FromServices] ComeToDoor comeToDoor, [FromServices] FindMeeting findMeeting, CancellationToken ct)
    {
        var participantId = this.LinkHolder().ParticipantId;
        var cookie = (await VisitorSession.ReadAsync(HttpContext)).ToAct();
        switch (await comeToDoor.RunAsync(new BindBrowserRequest(participantId, cookie.BrowserId!.Value, cookie.ParticipantIds.Contains(participantId)), ct))
        {
            case ComeToDoorOutcome.There there:
                await VisitorSession.RememberAsync(HttpContext, cookie, participantId);
                return new SeeOtherResult(there.IsLetIn ? CallUrl : this.DoorUrl(Token));
            case ComeToDoorOutcome.NeedsCode:
                await VisitorSession.WriteAsync(HttpContext, cookie);
                return new SeeOtherResult(Url.Page("/Meetings/Verify", new { token = Token, handler = "" })!);
            case ComeToDoorOutcome.TooManyBrowsers:
                return this.SeeOther(this.DoorUrl(Token), new PageNotice("warning", "This link is in use on too many devices. Go on with one of them."));
            case ComeToDoorOutcome.NotOpen { IsTheirBrowser: true }:
                await VisitorSession.RememberAsync(HttpContext, cookie, participantId);
                return await ClosedAsync(findMeeting, ct);
            default:
                return await ClosedAsync(findMeeting, ct);
        }
    }

    public async Task<IActionResult> OnPostLeaveAsync([FromServices] LeaveWaitingRoom leaveWaitingRoom, CancellationToken ct)
    {
        await LookAsync(ct);
        if (!Door.IsStranger)
            await leaveWaitingRoom.RunAsync(this.LinkHolder().ParticipantId, ct);
        return new SeeOtherResult(this.DoorUrl(Token));
    }

    public async Task<IActionResult> OnPostSayAsync(string? text, [FromServices] SayAtTheDoor say, CancellationToken ct)
    {
        await LookAsync(ct);
        if (!Door.ShowsChat)
            return new SeeOtherResult(this.DoorUrl(Token));
        var holder = this.LinkHolder();
        await say.RunAsync(new SayAtTheDoorRequest(holder.OrganizationId, holder.ParticipantId, text ?? "", holder.AsActor()), ct);
        if (!Request.IsHtmx())
            return new SeeOtherResult(this.DoorUrl(Token));
        IsFragment = true;
        await LookAsync(ct);
        return Partial("_Door", this);
    }

    private async Task<IActionResult> ClosedAsync(FindMeeting findMeeting, CancellationToken ct)
    {
        await OnGetAsync(findMeeting, ct);
        return this.PageWith(StatusCodes.Status409Conflict);
    }

    private string CallUrl => Url.Content($"~/meetings/{this.LinkHolder().BookingId}/call?as=guest");

    private async Task LookAsync(CancellationToken ct)
    {
        Door = await this.LookAtDoorAsync(findPlace, clock, ct);
        if (Door is { ShowsChat: true, Place.LastChatId: > 0 })
            Said = await listChat.RunAsync(Door.Place.OrganizationId, Door.Place.ParticipantId, ct);
    }
}
