using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Organizations;
using Portal.Web.Api.Document;
using Portal.Web.Pages.Dashboard.Availability;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Api;

/// <summary>What is done to a booking: moved, given to another host, cancelled.</summary>
public static class BookingChangesApi
{
    private const int MostMinutes = 720;
    private const int LongestText = 500;

    public static void MapBookingChangesApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPut("/api/meetings/reschedule", RescheduleAsync).WithTags("Bookings").CalledBy(ApiCallers.Members)
            .WithName("reschedule").WithSummary("Move a booking; everybody in it is told")
            .Accepts<RescheduleBody>("application/json").Produces<BookingAnswerBody>()
            .Produces<TimeConflict>(StatusCodes.Status409Conflict).Refuses(403, 404, 422);
        var booking = endpoints.MapGroup($"{BookingsApi.Path}/{{id:guid}}").WithTags("Bookings").CalledBy(ApiCallers.Members);
        booking.MapPut("", ChangeAsync).WithName("changeBooking").WithSummary("Move a booking or change its length; everybody in it is told")
            .Accepts<BookingChangeBody>("application/json").Produces<BookingAnswerBody>()
            .Produces<TimeConflict>(StatusCodes.Status409Conflict).Refuses(403, 404, 422);
        booking.MapDelete("", CancelAsync).WithName("cancelBooking").WithSummary("Cancel a booking (admins); everybody in it is told")
            .Produces<BookingAnswerBody>().Refuses(403, 404, 409);
        booking.MapPost("/reassign", ReassignAsync).WithName("reassignBooking").WithSummary("Give a booking to another host of its type; everybody in it is told")
            .Accepts<ReassignBody>("application/json").Produces<BookingAnswerBody>().Refuses(403, 404, 409);
    }

    private static Task<IResult> RescheduleAsync(HttpContext http, RescheduleBooking reschedule) =>
        StaffCalls.AsChangingMemberAsync(http, member => StaffCalls.WithBodyAsync<RescheduleBody>(http, body => body.BookingId is { } id
            ? MoveAsync(
                http, member, id, reschedule,
                new BookingChangeBody(
                    body.NewScheduledAt ?? body.NewStartTime ?? body.StartTime, null, body.NewDurationMinutes, body.Reason, body.OutsideOffer, body.UserId),
                "new_scheduled_at", "new_duration_minutes", needsStart: true)
            : Task.FromResult(StaffCalls.Error(StatusCodes.Status400BadRequest, "booking_id is required"))));

    private static Task<IResult> ChangeAsync(HttpContext http, Guid id, RescheduleBooking reschedule) =>
        StaffCalls.AsChangingMemberAsync(http, member => StaffCalls.WithBodyAsync<BookingChangeBody>(http, body =>
            MoveAsync(http, member, id, reschedule, body, "start_time", "duration_minutes", needsStart: false)));

    private static Task<IResult> MoveAsync(
        HttpContext http, CurrentMember member, Guid id, RescheduleBooking reschedule, BookingChangeBody body, string startField, string lengthField, bool needsStart) =>
        StaffCalls.NamesSomebodyElse(member, body.UserId)
            ? Task.FromResult(StaffCalls.AccessDenied())
            : BookingCalls.WithBookingAsync(http, member, id, async details =>
            {
                var asked = body.StartTime ?? body.ScheduledAt;
                var faults = new Faults();
                faults.Unless(asked is null ? !needsStart : Moments.Read(asked) is not null, startField, "Send a moment with its offset, like 2026-11-24T13:00:00Z.");
                faults.Unless(needsStart || asked is not null || body.DurationMinutes is not null, startField, "Send another start or another length.");
                faults.Unless(body.DurationMinutes is null or (>= 5 and <= MostMinutes), lengthField, "Take 5 to 720 minutes.");
                faults.Unless(body.Reason is not { Length: > LongestText }, "reason", "There is room for 500 characters.");
                if (faults.Any)
                    return StaffCalls.Invalid(faults.All);
                var start = Moments.Read(asked) ?? details.Booking.StartsAt;
                var request = new RescheduleBookingRequest(member.OrganizationId, id, start, null, member.AsActor())
                {
                    NewLength = body.DurationMinutes is { } minutes ? Duration.FromMinutes(minutes) : null,
                    Reason = body.Reason,
                    OutsideOffer = body.OutsideOffer,
                };
                return await reschedule.RunAsync(request, http.RequestAborted) switch
                {
                    RescheduleBookingOutcome.Moved => await BookingCalls.AnswerAsync(http, member, id),
                    RescheduleBookingOutcome.SlotTaken taken => StaffCalls.Answer(TimeConflict.Taken(taken.Nearest), StatusCodes.Status409Conflict),
                    RescheduleBookingOutcome.OutsideOffer outside => StaffCalls.Answer(
                        new TimeConflict("Visitors are not offered this time", [],
                            [.. outside.Reasons.Select(reason => ReasonWords.ForStaff(reason, start, member.Zone, Now(http))).Distinct()]),
                        StatusCodes.Status409Conflict),
                    RescheduleBookingOutcome.BookingNotFound => BookingCalls.NotFound(),
                    _ => StaffCalls.Answer(new TimeConflict("It has begun, is over or was called off", []), StatusCodes.Status409Conflict),
                };
            });

    private static Task<IResult> CancelAsync(HttpContext http, Guid id, string? reason, CancelBooking cancel) =>
        StaffCalls.AsChangingMemberAsync(http, member => BookingCalls.WithBookingAsync(http, member, id, async _ =>
        {
            if (!member.IsAtLeast(MemberRole.Admin))
                return StaffCalls.Error(StatusCodes.Status403Forbidden, "Only admins can cancel a booking");
            if (reason is { Length: > LongestText })
                return StaffCalls.Answer(new ApiError("reason has room for 500 characters", "reason"), StatusCodes.Status400BadRequest);
            return await cancel.RunAsync(new CancelBookingRequest(member.OrganizationId, id, reason, member.AsActor()), http.RequestAborted) switch
            {
                CancelBookingOutcome.Cancelled => await BookingCalls.AnswerAsync(http, member, id),
                CancelBookingOutcome.BookingNotFound => BookingCalls.NotFound(),
                _ => StaffCalls.Error(StatusCodes.Status409Conflict, "It is running, over or called off already"),
            };
        }));

    private static Task<IResult> ReassignAsync(HttpContext http, Guid id, ReassignBooking reassign) =>
        StaffCalls.AsChangingMemberAsync(http, member => StaffCalls.WithBodyAsync<ReassignBody>(http, body => StaffCalls.NamesSomebodyElse(member, body.UserId)
            ? Task.FromResult(StaffCalls.AccessDenied())
            : BookingCalls.WithBookingAsync(http, member, id, async _ =>
            {
                var request = new ReassignBookingRequest(member.OrganizationId, id, member.AsActor()) { NewHostId = body.HostId };
                return await reassign.RunAsync(request, http.RequestAborted) switch
                {
                    ReassignBookingOutcome.Reassigned => await BookingCalls.AnswerAsync(http, member, id),
                    ReassignBookingOutcome.BookingNotFound => BookingCalls.NotFound(),
                    var refused => StaffCalls.Error(StatusCodes.Status409Conflict, ReassignWords.Of(refused).TrimEnd('.')),
                };
            })));

    private static Instant Now(HttpContext http) => http.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();
}
