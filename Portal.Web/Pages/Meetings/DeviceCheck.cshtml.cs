using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Bookings;
using Portal.Core.Time;
using Portal.Core.Video.Direct;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Meetings;

/// <summary>Tries, days ahead, what the call will need; what was found is kept for the host (N8). A look records nothing.</summary>
[OpenedByLink(LinkPurpose.Join)]
[UsesCameraAndMicrophone]
public sealed class DeviceCheckModel(FindMeeting findMeeting, FindDeviceCheck findCheck, KeepDeviceCheck keepCheck) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public VisitorMeeting Meeting { get; private set; } = null!;

    /// <summary>What the last check found, in words; null when there was none.</summary>
    public string? Before { get; private set; }

    public string When => MeetingTime.RangeWithZone(
        Meeting.StartsAt, Meeting.EndsAt, Meeting.Zone, Meeting.Now.InZone(Meeting.Zone).Date, clock: VisitorClock.Of(Request));

    public async Task OnGetAsync(CancellationToken ct)
    {
        Meeting = await findMeeting.RunAsync(this.LinkHolder().BookingId, ct);
        Before = DeviceCheckWords.Of(await findCheck.RunAsync(this.LinkHolder().ParticipantId, ct), Meeting.Now, Meeting.Zone);
    }

    public async Task<IActionResult> OnPostAsync(
        DeviceState? camera, DeviceState? microphone, bool? speaker, NetworkPath? network, CancellationToken ct)
    {
        if (!ModelState.IsValid || (camera, microphone, network) is { } sent && (!IsKnown(sent.camera) || !IsKnown(sent.microphone) || !IsKnown(sent.network)))
            return BadRequest();
        await keepCheck.RunAsync(new KeepDeviceCheckRequest(this.LinkHolder().ParticipantId, camera, microphone, speaker, network), ct);
        return new NoContentResult();
    }

    /// <summary>For this check only: what a call is given comes with its ticket, and lasts longer.</summary>
    public IActionResult OnPostServers([FromServices] CheckServers servers) => new JsonResult(servers.For(this.LinkHolder().ParticipantId));

    private static bool IsKnown<TEnum>(TEnum? value)
        where TEnum : struct, Enum => value is not { } known || Enum.IsDefined(known);
}
