using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Bookings;

namespace Portal.Web.Pages.Meetings;

/// <summary>Takes what a device check of the visitor found out, sent by its script; there is nothing to look at.</summary>
[OpenedByLink(LinkPurpose.Join)]
public sealed class DevicesModel(KeepDeviceCheck keepCheck) : PageModel
{
    public async Task<IActionResult> OnPostAsync(DeviceState? camera, DeviceState? microphone, CancellationToken ct)
    {
        if (camera is not { } sees || microphone is not { } hears || !Enum.IsDefined(sees) || !Enum.IsDefined(hears))
            return BadRequest();
        await keepCheck.RunAsync(new KeepDeviceCheckRequest(this.LinkHolder().ParticipantId, sees, hears), ct);
        return new NoContentResult();
    }
}
