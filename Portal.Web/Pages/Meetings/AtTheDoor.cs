using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.WaitingRoom;
using Portal.Web.Security;

namespace Portal.Web.Pages.Meetings;

internal static class AtTheDoor
{
    /// <summary>The door of the meeting whose link opened this page, as it is for this browser.</summary>
    public static async Task<WaitingDoor> LookAtDoorAsync(this PageModel page, FindWaitingPlace findPlace, IClock clock, CancellationToken ct)
    {
        var holder = page.LinkHolder();
        var cookie = await VisitorSession.ReadAsync(page.HttpContext);
        var request = new FindWaitingPlaceRequest(holder.OrganizationId, holder.BookingId, holder.ParticipantId)
        {
            BrowserId = cookie.BrowserId,
            IsRemembered = cookie.ParticipantIds.Contains(holder.ParticipantId),
        };
        var place = await findPlace.RunAsync(request, ct);
        return WaitingDoor.Of(place, place.StandingOf(request.BrowserId, request.IsRemembered), clock.GetCurrentInstant());
    }
}
