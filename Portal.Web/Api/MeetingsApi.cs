using Microsoft.AspNetCore.Antiforgery;
using Portal.Core.Video;
using Portal.Web.Api.Document;
using Portal.Web.Live;
using Portal.Web.Security;

namespace Portal.Web.Api;

/// <summary>Starting, joining and ending the call of a meeting.</summary>
public static class MeetingsApi
{
    public static void MapMeetingsApi(this IEndpointRouteBuilder endpoints)
    {
        var meetings = endpoints.MapGroup("/api/meetings").WithTags("Call").CalledBy(ApiCallers.Members | ApiCallers.Visitors);
        meetings.MapPost("/launch-video", LaunchVideoAsync).WithName("launchVideo").WithSummary("Start a call, or join it")
            .Accepts<MeetingRequest>("application/json").Produces<LaunchedCall>().Refuses(403, 404);
        meetings.MapPost("/refresh-token", RefreshTokenAsync).WithName("refreshToken").WithSummary("A fresh token for the next connect")
            .Accepts<MeetingRequest>("application/json").Produces<FreshToken>().Refuses(403, 404);
        meetings.MapPost("/seat-ticket", SeatTicketAsync).WithName("seatTicket").WithSummary("A ticket for the call page's own connection to the portal")
            .Accepts<MeetingRequest>("application/json").Produces<SeatTicket>().Refuses(403, 404);
        meetings.MapPost("/end-meeting", EndMeetingAsync).WithName("endMeeting").WithSummary("End the call for everybody")
            .CalledBy(ApiCallers.Members).Accepts<MeetingRequest>("application/json").Produces<EndedMeeting>().Refuses(403, 404, 409);
    }

    private static Task<IResult> LaunchVideoAsync(HttpContext http, IAntiforgery antiforgery, LaunchMeeting launch) =>
        AsCallerAsync(http, antiforgery, async request => await launch.RunAsync(request, http.RequestAborted) switch
        {
            JoinCallOutcome.Granted granted => Results.Json(new LaunchedCall(granted.Token, granted.Seat.RoomName, granted.Seat.Name, granted.Seat.BookingId)),
            var refused => Refuse(refused),
        });

    private static Task<IResult> RefreshTokenAsync(HttpContext http, IAntiforgery antiforgery, RefreshJoinTicket refresh) =>
        AsCallerAsync(http, antiforgery, async request => await refresh.RunAsync(request, http.RequestAborted) switch
        {
            JoinCallOutcome.Granted granted => Results.Json(new FreshToken(granted.Token)),
            var refused => Refuse(refused),
        });

    private static Task<IResult> SeatTicketAsync(HttpContext http, IAntiforgery antiforgery, GiveSeatTicket give) =>
        AsCallerAsync(http, antiforgery, async request => await give.RunAsync(request, http.RequestAborted) switch
        {
            JoinCallOutcome.Granted granted => Results.Json(new SeatTicket(granted.Token)),
            var refused => Refuse(refused),
        });

    private static Task<IResult> EndMeetingAsync(HttpContext http, IAntiforgery antiforgery, EndMeeting end) =>
        AsCallerAsync(http, antiforgery, async request =>
        {
            if (await http.FindMemberAsync() is not { } member)
                return Error(StatusCodes.Status403Forbidden, "Only staff can end a meeting for everyone");
            var ended = await end.RunAsync(new EndMeetingRequest(member.OrganizationId, request.BookingId, member.AsActor()), http.RequestAborted);
            return ended switch
            {
                EndMeetingOutcome.Ended => Results.Json(new EndedMeeting(true, request.BookingId)),
                EndMeetingOutcome.BookingNotFound => Error(StatusCodes.Status404NotFound, "Booking not found"),
                _ => Error(StatusCodes.Status409Conflict, "The meeting is not running"),
            };
        });

    private static async Task<IResult> AsCallerAsync(HttpContext http, IAntiforgery antiforgery, Func<JoinCallRequest, Task<IResult>> act)
    {
        var body = await MeetingRequest.ReadAsync(http);
        var caller = await http.FindCallCallerAsync(asGuest: body?.As == "guest");
        if (caller.UserId is null && caller.ParticipantIds.Count == 0)
            return Error(StatusCodes.Status401Unauthorized, "Unauthorized");
        if (!await antiforgery.IsRequestValidAsync(http))
            return Error(StatusCodes.Status400BadRequest, "The RequestVerificationToken header is missing or out of date");
        if (body?.BookingId is not { } bookingId)
            return Error(StatusCodes.Status400BadRequest, "booking_id is required");
        var namesSomebodyElse = (body.UserId is { } userId && userId != caller.UserId)
            || (body.ParticipantId is { } participantId && !caller.ParticipantIds.Contains(participantId));
        return namesSomebodyElse
            ? Error(StatusCodes.Status403Forbidden, "Access denied")
            : await act(new JoinCallRequest(bookingId, caller));
    }

    private static IResult Refuse(JoinCallOutcome refused) => refused switch
    {
        JoinCallOutcome.BookingNotFound => Error(StatusCodes.Status404NotFound, "Booking not found"),
        JoinCallOutcome.TooEarly => Error(StatusCodes.Status403Forbidden, "Meeting can only be joined 15 minutes before start time"),
        JoinCallOutcome.MeetingOver => Error(StatusCodes.Status403Forbidden, "Meeting is over"),
        JoinCallOutcome.NotConfirmed => Error(StatusCodes.Status403Forbidden, "Meeting is not confirmed yet"),
        JoinCallOutcome.NotAdmitted => Error(StatusCodes.Status403Forbidden, "The host has not let you in yet"),
        _ => Error(StatusCodes.Status403Forbidden, "Access denied"),
    };

    private static IResult Error(int status, string error) => Results.Json(new { error }, statusCode: status);
}
