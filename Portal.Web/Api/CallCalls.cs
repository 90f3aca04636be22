using Microsoft.AspNetCore.Antiforgery;
using Portal.Core.Organizations;
using Portal.Core.Video;
using Portal.Web.Live;
using Portal.Web.Security;

namespace Portal.Web.Api;

/// <summary>What the calls about a running meeting have in common: who asks, in which order it is checked, how a refusal is said.</summary>
internal static class CallCalls
{
    public const string Tag = "Call";

    /// <summary>Of the body <c>{booking_id}</c>: signed in or with a visitor's link, with the antiforgery header, as nobody else (X7).</summary>
    public static async Task<IResult> AsCallerAsync(HttpContext http, Func<JoinCallRequest, Task<IResult>> act)
    {
        var body = await MeetingRequest.ReadAsync(http);
        return await AsCallerAsync(http, body, caller => body?.BookingId is { } bookingId
            ? act(new JoinCallRequest(bookingId, caller, body.Provider))
            : Task.FromResult(Error(StatusCodes.Status400BadRequest, "booking_id is required")));
    }

    /// <param name="body">Null for none.</param>
    public static async Task<IResult> AsCallerAsync(HttpContext http, MeetingRequest? body, Func<CallCaller, Task<IResult>> act)
    {
        var caller = await http.FindCallCallerAsync(asGuest: body?.As == "guest");
        if (caller.UserId is null && caller.ParticipantIds.Count == 0)
            return Error(StatusCodes.Status401Unauthorized, "Unauthorized");
        if (!await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            return Error(StatusCodes.Status400BadRequest, "The RequestVerificationToken header is missing or out of date");
        var namesSomebodyElse = (body?.UserId is { } userId && userId != caller.UserId)
            || (body?.ParticipantId is { } participantId && !caller.ParticipantIds.Contains(participantId));
        return namesSomebodyElse ? Error(StatusCodes.Status403Forbidden, "Access denied") : await act(caller);
    }

    /// <summary>For who acts on a call as a member of its organisation.</summary>
    /// <param name="refusal">What a visitor is told.</param>
    public static Task<IResult> AsStaffAsync(HttpContext http, string refusal, Func<JoinCallRequest, CurrentMember, Task<IResult>> act) =>
        AsCallerAsync(http, async request => await http.FindMemberAsync() is { } member
            ? await act(request, member)
            : Error(StatusCodes.Status403Forbidden, refusal));

    public static IResult Refuse(JoinCallOutcome refused) => refused switch
    {
        JoinCallOutcome.BookingNotFound => Error(StatusCodes.Status404NotFound, "Booking not found"),
        JoinCallOutcome.TooEarly => Error(StatusCodes.Status403Forbidden, "Meeting can only be joined 15 minutes before start time"),
        JoinCallOutcome.MeetingOver => Error(StatusCodes.Status403Forbidden, "Meeting is over"),
        JoinCallOutcome.NotConfirmed => Error(StatusCodes.Status403Forbidden, "Meeting is not confirmed yet"),
        JoinCallOutcome.NotAdmitted => Error(StatusCodes.Status403Forbidden, "The host has not let you in yet"),
        JoinCallOutcome.ElsewhereNow => Error(StatusCodes.Status409Conflict, "The call is somewhere else now. Load the page again"),
        _ => Error(StatusCodes.Status403Forbidden, "Access denied"),
    };

    public static IResult Error(int status, string error) => StaffCalls.Error(status, error);
}
