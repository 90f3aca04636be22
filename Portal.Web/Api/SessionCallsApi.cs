using Portal.Core.Video;
using Portal.Web.Api.Document;
using static Portal.Web.Api.CallCalls;

namespace Portal.Web.Api;

/// <summary>The call of a booked session, for clients that bring their own page (D6).</summary>
public static class SessionCallsApi
{
    public static void MapSessionCallsApi(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/sessions/{id:guid}/generate-call-link", GenerateAsync).WithTags(Tag).CalledBy(ApiCallers.Members | ApiCallers.Visitors)
        .WithName("generateCallLink").WithSummary("What a client needs to join the call of a session: the same room for everybody, an identity and a role of one's own")
        .Produces<CallLink>().Refuses(403, 404);

    private static async Task<IResult> GenerateAsync(HttpContext http, Guid id, LaunchMeeting launch, FindCall findCall)
    {
        var body = await MeetingRequest.ReadAsync(http);
        return await AsCallerAsync(http, body, async caller =>
        {
            var request = new JoinCallRequest(id, caller);
            var outcome = await launch.RunAsync(request, http.RequestAborted);
            if (outcome is not JoinCallOutcome.Granted(var token, var seat, _))
                return outcome is JoinCallOutcome.BookingNotFound ? Error(StatusCodes.Status404NotFound, "Session not found") : Refuse(outcome);
            var call = await findCall.RunAsync(request, http.RequestAborted) as FindCallOutcome.Found;
            // the address, where there is one, comes with the page's view of the call
            return Results.Json(new CallLink(id, seat.RoomName, call?.Call.SignallingUrl, token, seat.Identity, seat.IsStaff ? "host" : "visitor"));
        });
    }
}
