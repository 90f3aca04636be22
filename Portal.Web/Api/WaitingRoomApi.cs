using System.ComponentModel;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Portal.Core.WaitingRoom;
using Portal.Web.Api.Document;
using Portal.Web.Security;

namespace Portal.Web.Api;

/// <summary>The door of a meeting.</summary>
public static class WaitingRoomApi
{
    public static void MapWaitingRoomApi(this IEndpointRouteBuilder endpoints)
    {
        var waitingRoom = endpoints.MapGroup("/api/meetings/waiting-room").WithTags("Waiting room");
        waitingRoom.MapPost("/enter", EnterAsync)
            .WithName("enterWaitingRoom").WithSummary("Come to the door of one's meeting, or ask again after being declined")
            .CalledBy(ApiCallers.Visitors).Accepts<MeetingRequest>("application/json").Produces<DoorAnswer>().Refuses(403, 404, 409);
        waitingRoom.MapGet("/enter", FindAsync)
            .WithName("findWaitingPlace").WithSummary("Where one stands at the door of one's meeting")
            .CalledBy(ApiCallers.Visitors).Produces<DoorAnswer>().Refuses(400, 403, 404);
    }

    private static async Task<IResult> EnterAsync(
        HttpContext http, IAntiforgery antiforgery, FindVisitorInMeeting findVisitor, EnterWaitingRoom enter, FindWaitingPlace findPlace, IClock clock)
    {
        var body = await MeetingRequest.ReadAsync(http);
        var cookie = await VisitorSession.ReadAsync(http);
        if (await RefuseStrangerAsync(http, cookie) is { } stranger)
            return stranger;
        if (!await antiforgery.IsRequestValidAsync(http))
            return StaffCalls.Error(StatusCodes.Status400BadRequest, "The RequestVerificationToken header is missing or out of date");
        if (body?.BookingId is not { } bookingId)
            return StaffCalls.Error(StatusCodes.Status400BadRequest, "booking_id is required");
        if (body.UserId is not null || (body.ParticipantId is { } named && !cookie.ParticipantIds.Contains(named)))
            return StaffCalls.Error(StatusCodes.Status403Forbidden, "Access denied");
        return await WithVisitorAsync(bookingId, cookie, findVisitor, async visitor =>
            await enter.RunAsync(visitor.ParticipantId, http.RequestAborted) switch
            {
                EnterWaitingRoomOutcome.TooEarly => StaffCalls.Error(StatusCodes.Status403Forbidden, "Meeting can only be joined 15 minutes before start time"),
                EnterWaitingRoomOutcome.MeetingOver => StaffCalls.Error(StatusCodes.Status403Forbidden, "Meeting is over"),
                EnterWaitingRoomOutcome.TooSoon tooSoon => StaffCalls.Answer(
                    new { error = "The host has just declined; ask again later", retry_at = tooSoon.RetryAt.ToString() }, StatusCodes.Status409Conflict),
                _ => StaffCalls.Answer(DoorAnswer.Of(await findPlace.RunAsync(visitor, http.RequestAborted), clock.GetCurrentInstant())),
            }, http.RequestAborted);
    }

    private static async Task<IResult> FindAsync(
        HttpContext http,
        [FromQuery(Name = "booking_id"), Description("The meeting.")] string? booking,
        FindVisitorInMeeting findVisitor,
        FindWaitingPlace findPlace,
        IClock clock)
    {
        var cookie = await VisitorSession.ReadAsync(http);
        if (await RefuseStrangerAsync(http, cookie) is { } stranger)
            return stranger;
        if (!Guid.TryParse(booking, out var bookingId))
            return StaffCalls.Error(StatusCodes.Status400BadRequest, "booking_id is required");
        return await WithVisitorAsync(bookingId, cookie, findVisitor, async visitor =>
            StaffCalls.Answer(DoorAnswer.Of(await findPlace.RunAsync(visitor, http.RequestAborted), clock.GetCurrentInstant())), http.RequestAborted);
    }

    /// <summary>Visitors only, known by the cookie their link gave them (X7). Staff do not wait.</summary>
    private static async Task<IResult?> RefuseStrangerAsync(HttpContext http, VisitorCookie cookie)
    {
        if (cookie.ParticipantIds.Count > 0)
            return null;
        return await http.FindMemberAsync() is null
            ? StaffCalls.Error(StatusCodes.Status401Unauthorized, "Unauthorized")
            : StaffCalls.Error(StatusCodes.Status403Forbidden, "Staff do not wait: join the call");
    }

    private static async Task<IResult> WithVisitorAsync(
        Guid bookingId, VisitorCookie cookie, FindVisitorInMeeting findVisitor, Func<FindWaitingPlaceRequest, Task<IResult>> act, CancellationToken ct) =>
        await findVisitor.RunAsync(bookingId, cookie.ParticipantIds, ct) switch
        {
            FindVisitorInMeetingOutcome.Found found => await act(found.Place),
            FindVisitorInMeetingOutcome.BookingNotFound => StaffCalls.Error(StatusCodes.Status404NotFound, "Booking not found"),
            _ => StaffCalls.Error(StatusCodes.Status403Forbidden, "Access denied"),
        };
}
