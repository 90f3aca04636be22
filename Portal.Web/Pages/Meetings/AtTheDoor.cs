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
        var place = await findPlace.RunAsync(new FindWaitingPlaceRequest(holder.OrganizationId, holder.BookingId, holder.ParticipantId), ct);
        var cookie = await VisitorSession.ReadAsync(page.HttpContext);
        return WaitingDoor.Of(place, place.StandingOf(cookie.BrowserId, cookie.ParticipantIds.Contains(holder.ParticipantId)), clock.GetCurrentInstant());
    }
}
