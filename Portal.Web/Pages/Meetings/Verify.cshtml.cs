using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Core.WaitingRoom;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Meetings;

/// <summary>A second device shows that it belongs to the visitor: by the code that was mailed to them.</summary>
[OpenedByLink(LinkPurpose.Join)]
public sealed class VerifyModel(FindWaitingPlace findPlace, IClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public CodeInput Input { get; set; } = new();

    public WaitingPlace Place { get; private set; } = null!;

    /// <summary>Enough to recognise one's own address by, not enough to learn somebody else's.</summary>
    public string MaskedEmail { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LookAsync(ct) ? Page() : new SeeOtherResult(this.DoorUrl(Token));

    public async Task<IActionResult> OnPostAsync([FromServices] ShowCode showCode, [FromServices] EnterWaitingRoom enterWaitingRoom, CancellationToken ct)
    {
        if (!await LookAsync(ct))
            return new SeeOtherResult(this.DoorUrl(Token));
        ModelState.Clear();
        var cookie = await VisitorSession.ReadAsync(HttpContext);
        var problem = await showCode.RunAsync(new ShowCodeRequest(Place.ParticipantId, cookie.BrowserId!.Value, Input.Code ?? ""), ct) switch
        {
            ShowCodeOutcome.Wrong { AttemptsLeft: var left } => $"This is not the code of the latest email. You can try {left} more {(left == 1 ? "time" : "times")}.",
            ShowCodeOutcome.NoCodeToTry => "There is no code to try: the latest has expired or was mistyped too often. Send another one.",
            _ => null,
        };
        if (problem is null)
        {
            await VisitorSession.RememberAsync(HttpContext, Place.ParticipantId);
            // what they came for; where that cannot be now, the door says why
            await enterWaitingRoom.RunAsync(Place.ParticipantId, ct);
            return new SeeOtherResult(this.DoorUrl(Token));
        }

        ModelState.AddModelError("Input.Code", problem);
        return this.PageWith(StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<IActionResult> OnPostCodeAsync([FromServices] AskForCode askForCode, CancellationToken ct)
    {
        if (!await LookAsync(ct))
            return new SeeOtherResult(this.DoorUrl(Token));
        var cookie = await VisitorSession.ReadAsync(HttpContext);
        var outcome = await askForCode.RunAsync(new BindBrowserRequest(Place.ParticipantId, cookie.BrowserId!.Value), ct);
        (outcome is AskForCodeOutcome.TooSoon tooSoon
            ? new PageNotice("warning", $"A code was sent a moment ago. You can ask for another one at {ClockOf(tooSoon.From)}.")
            : new PageNotice("success", "Another code is on its way. The one before no longer works.")).LeaveIn(TempData);
        return new SeeOtherResult(Url.Page("/Meetings/Verify", new { token = Token, handler = "" })!);
    }

    private string ClockOf(Instant moment) => MeetingTime.Clock(moment.InZone(Place.VisitorZone).TimeOfDay, clock: VisitorClock.Of(Request));

    /// <returns>False for a browser that has nothing to verify.</returns>
    private async Task<bool> LookAsync(CancellationToken ct)
    {
        var door = await this.LookAtDoorAsync(findPlace, clock, ct);
        Place = door.Place;
        MaskedEmail = Masked(this.LinkHolder().Email);
        return door.Standing == BrowserStanding.Unverified;
    }

    private static string Masked(string email)
    {
        var at = email.LastIndexOf('@');
        return at < 1 ? "•••" : $"{email[..1]}•••{email[at..]}";
    }

    public sealed class CodeInput
    {
        public string? Code { get; set; }
    }
}
