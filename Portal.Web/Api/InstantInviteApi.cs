using Microsoft.Extensions.Options;
using NodaTime;
using Portal.Core;
using Portal.Core.Bookings.Invitations;
using Portal.Core.Time;
using Portal.Web.Api.Document;

namespace Portal.Web.Api;

/// <summary>Asking somebody to a call that begins now (B18).</summary>
public static class InstantInviteApi
{
    private const int LongestMessage = 1000;

    public static void MapInstantInviteApi(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/api/meetings/instant-invite", InviteAsync).WithTags("Bookings").CalledBy(ApiCallers.Members)
        .WithName("instantInvite").WithSummary("Begin a meeting now and ask somebody in by email")
        .Accepts<InstantInviteBody>("application/json").Produces<InvitedAnswer>(StatusCodes.Status201Created)
        .Produces<HostBusyAnswer>(StatusCodes.Status409Conflict).Refuses(403, 404, 422);

    private static Task<IResult> InviteAsync(HttpContext http, InviteNow invite, IOptions<PortalOptions> portal) =>
        StaffCalls.AsChangingMemberAsync(http, member => StaffCalls.WithBodyAsync<InstantInviteBody>(http, async body =>
        {
            if (StaffCalls.NamesSomebodyElse(member, body.UserId))
                return StaffCalls.AccessDenied();
            var faults = new Faults();
            DateTimeZone? zone = null;
            faults.Unless(NewBookingReading.IsInbox(body.Email), "email", "Send an address like name@example.org.");
            faults.Unless(body.Message is not { Length: > LongestMessage }, "message", "There is room for 1000 characters.");
            faults.Unless(body.Name is not { Length: > 200 }, "name", "There is room for 200 characters.");
            faults.Unless(body.DurationMinutes is null or (>= 5 and <= 720), "duration_minutes", "Take 5 to 720 minutes.");
            faults.Unless(body.TimeZone is null || Zones.TryFind(body.TimeZone, out zone), "time_zone", "Send a zone like Europe/Berlin.");
            if (faults.Any)
                return StaffCalls.Invalid(faults.All);
            var outcome = await invite.RunAsync(
                new InviteNowRequest(member, body.Email!.Trim(), body.Message)
                {
                    Name = body.Name,
                    HostId = body.HostId,
                    MeetingType = body.MeetingType,
                    Length = body.DurationMinutes is { } minutes ? Duration.FromMinutes(minutes) : null,
                    VisitorZone = zone,
                }, http.RequestAborted);
            return Say(outcome, portal.Value.BaseUrl);
        }));

    private static IResult Say(InviteNowOutcome outcome, string baseUrl) => outcome switch
    {
        InviteNowOutcome.Invited invited => StaffCalls.Answer(
            new InvitedAnswer(invited.BookingId, $"{baseUrl}/meetings/{invited.BookingId}/call", $"{baseUrl}/meetings/{invited.Token}/waiting"),
            StatusCodes.Status201Created),
        InviteNowOutcome.HostBusy busy => StaffCalls.Answer(
            new HostBusyAnswer(
                $"{busy.HostName} is busy", Moments.Write(busy.FreeUntil), Moments.Write(busy.BusyUntil),
                [.. busy.FreeColleagues.Select(free => new HostBusyAnswer.Host(free.HostId, free.Name))]),
            StatusCodes.Status409Conflict),
        InviteNowOutcome.HostNotFound => StaffCalls.Error(StatusCodes.Status404NotFound, "Host not found"),
        _ => StaffCalls.Error(StatusCodes.Status404NotFound, "Meeting type not found"),
    };
}
