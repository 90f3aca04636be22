using Microsoft.AspNetCore.Mvc;
using NodaTime.Text;
using Portal.Core.Video;
using Portal.Core.Video.Recording;
using Portal.Web.Api.Document;
using Portal.Web.Security;
using static Portal.Web.Api.CallCalls;

namespace Portal.Web.Api;

/// <summary>Starting, joining, watching and ending the call of a meeting.</summary>
public static class MeetingsApi
{
    public static void MapMeetingsApi(this IEndpointRouteBuilder endpoints)
    {
        var meetings = endpoints.MapGroup("/api/meetings").WithTags(Tag).CalledBy(ApiCallers.Members | ApiCallers.Visitors);
        meetings.MapPost("/launch-video", LaunchVideoAsync).WithName("launchVideo").WithSummary("Start a call, or join it")
            .Accepts<MeetingRequest>("application/json").Produces<LaunchedCall>().Refuses(403, 404, 409);
        meetings.MapPost("/refresh-token", RefreshTokenAsync).WithName("refreshToken").WithSummary("A fresh token for the next connect")
            .Accepts<MeetingRequest>("application/json").Produces<FreshToken>().Refuses(403, 404, 409);
        meetings.MapPost("/seat-ticket", SeatTicketAsync).WithName("seatTicket").WithSummary("A ticket for the call page's own connection to the portal")
            .Accepts<MeetingRequest>("application/json").Produces<SeatTicket>().Refuses(403, 404);
        meetings.MapPost("/end-meeting", EndMeetingAsync).WithName("endMeeting").WithSummary("End the call for everybody; no token of its room works again")
            .CalledBy(ApiCallers.Members).Accepts<MeetingRequest>("application/json").Produces<EndedMeeting>().Refuses(403, 404, 409);
        meetings.MapPost("/remove-participant", RemoveParticipantAsync).WithName("removeParticipant")
            .WithSummary("Send a visitor out of the call; the others go on in another room, and the visitor needs a host's word to come back")
            .CalledBy(ApiCallers.Members).Accepts<RemovalRequest>("application/json").Produces<RemovedParticipant>().Refuses(403, 404, 409);
        meetings.MapPost("/start-recording", (HttpContext http, SwitchRecording record) => RecordAsync(http, record, on: true)).WithName("startRecording")
            .WithSummary("Record the call at its provider; everybody in it is told")
            .CalledBy(ApiCallers.Members).Accepts<MeetingRequest>("application/json").Produces<RecordingState>().Refuses(403, 404, 409, 502);
        meetings.MapPost("/stop-recording", (HttpContext http, SwitchRecording record) => RecordAsync(http, record, on: false)).WithName("stopRecording")
            .WithSummary("Stop recording the call")
            .CalledBy(ApiCallers.Members).Accepts<MeetingRequest>("application/json").Produces<RecordingState>().Refuses(403, 404, 409, 502);
        meetings.MapGet("/{booking_id:guid}/participants", ListParticipantsAsync).WithName("listParticipants")
            .WithSummary("Who is in the call at this moment: name, role, joined at")
            .CalledBy(ApiCallers.Members).Produces<PeopleInCall>().Refuses(404);
    }

    private static Task<IResult> LaunchVideoAsync(HttpContext http, LaunchMeeting launch) =>
        AsCallerAsync(http, async request => await launch.RunAsync(request, http.RequestAborted) switch
        {
            JoinCallOutcome.Granted granted => Results.Json(new LaunchedCall(granted.Token, granted.Seat.RoomName, granted.Seat.Name, granted.Seat.BookingId)),
            var refused => Refuse(refused),
        });

    private static Task<IResult> RefreshTokenAsync(HttpContext http, RefreshJoinTicket refresh) =>
        AsCallerAsync(http, async request => await refresh.RunAsync(request, http.RequestAborted) switch
        {
            JoinCallOutcome.Granted granted => Results.Json(new FreshToken(granted.Token)),
            var refused => Refuse(refused),
        });

    private static Task<IResult> SeatTicketAsync(HttpContext http, GiveSeatTicket give) =>
        AsCallerAsync(http, async request => await give.RunAsync(request, http.RequestAborted) switch
        {
            JoinCallOutcome.Granted granted => Results.Json(new SeatTicket(granted.Token)),
            var refused => Refuse(refused),
        });

    private static Task<IResult> EndMeetingAsync(HttpContext http, EndMeeting end) =>
        AsStaffAsync(http, "Only staff can end a meeting for everyone", async (request, member) =>
            await end.RunAsync(new EndMeetingRequest(member.OrganizationId, request.BookingId, member.AsActor()), http.RequestAborted) switch
            {
                EndMeetingOutcome.Ended => Results.Json(new EndedMeeting(true, request.BookingId)),
                EndMeetingOutcome.BookingNotFound => Error(StatusCodes.Status404NotFound, "Booking not found"),
                _ => Error(StatusCodes.Status409Conflict, "The meeting is not running"),
            });

    private static Task<IResult> RemoveParticipantAsync(HttpContext http, RemoveParticipant remove) =>
        StaffCalls.WithBodyAsync<RemovalRequest>(http, body => AsCallerAsync(http, new MeetingRequest(body.BookingId), async _ =>
        {
            if (await http.FindMemberAsync() is not { } member)
                return Error(StatusCodes.Status403Forbidden, "Only staff can remove somebody");
            if (body is not { BookingId: { } bookingId, ParticipantId: { } participantId })
                return Error(StatusCodes.Status400BadRequest, "booking_id and participant_id are required");
            var request = new RemoveParticipantRequest(member.OrganizationId, bookingId, participantId, body.Reason, member.AsActor());
            return await remove.RunAsync(request, http.RequestAborted) switch
            {
                RemoveParticipantOutcome.Removed => Results.Json(new RemovedParticipant(true, bookingId, participantId)),
                RemoveParticipantOutcome.BookingNotFound => Error(StatusCodes.Status404NotFound, "Booking not found"),
                RemoveParticipantOutcome.ParticipantNotFound => Error(StatusCodes.Status404NotFound, "Participant not found"),
                RemoveParticipantOutcome.IsStaff => Error(StatusCodes.Status409Conflict, "Members of the organisation cannot be removed"),
                _ => Error(StatusCodes.Status409Conflict, "The meeting is over"),
            };
        }));

    private static Task<IResult> RecordAsync(HttpContext http, SwitchRecording record, bool on) =>
        AsStaffAsync(http, "Only staff can record a meeting", async (request, member) =>
        {
            var switched = await record.RunAsync(new SwitchRecordingRequest(member.OrganizationId, request.BookingId, on, member.AsActor()), http.RequestAborted);
            return switched switch
            {
                SwitchRecordingOutcome.Switched now => Results.Json(new RecordingState(true, now.Since is not null)),
                SwitchRecordingOutcome.BookingNotFound => Error(StatusCodes.Status404NotFound, "Booking not found"),
                SwitchRecordingOutcome.NotOffered => Error(StatusCodes.Status409Conflict, "Calls are not recorded here"),
                SwitchRecordingOutcome.ProviderFailed failed => Error(StatusCodes.Status502BadGateway, failed.Reason),
                _ => Error(StatusCodes.Status409Conflict, "The meeting is not running"),
            };
        });

    private static Task<IResult> ListParticipantsAsync(HttpContext http, [FromRoute(Name = "booking_id")] Guid bookingId, FindPeopleInCall find) =>
        StaffCalls.AsMemberAsync(http, async member => await find.RunAsync(member.OrganizationId, bookingId, http.RequestAborted) is { } people
            ? StaffCalls.Answer(new PeopleInCall(
                [.. people.Select(person => new PeopleInCall.Person(person.ParticipantId, person.Name, person.Role, InstantPattern.General.Format(person.JoinedAt)))]))
            : Error(StatusCodes.Status404NotFound, "Booking not found"));
}
