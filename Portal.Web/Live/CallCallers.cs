using Portal.Core.Video;
using Portal.Web.Security;

namespace Portal.Web.Live;

public static class CallCallers
{
    /// <summary>Who the browser is in the eyes of a call: the member signed in, and the visitors whose links it has acted on.</summary>
    /// <param name="asGuest">Only the latter: somebody of the staff who looks through a visitor's link.</param>
    public static async Task<CallCaller> FindCallCallerAsync(this HttpContext http, bool asGuest)
    {
        var member = asGuest ? null : await http.FindMemberAsync();
        return new CallCaller(member?.UserId, await VisitorSession.ParticipantIdsAsync(http));
    }
}
