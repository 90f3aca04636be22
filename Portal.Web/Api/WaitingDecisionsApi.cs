using Microsoft.AspNetCore.Antiforgery;
using NodaTime;
using NodaTime.Text;
using Portal.Core.Organizations;
using Portal.Core.WaitingRoom;
using Portal.Web.Api.Document;
using Portal.Web.Live;
using Portal.Web.Security;

namespace Portal.Web.Api;

/// <summary>The waiting room as its hosts see it: who waits, and what is decided about them (B2, B3).</summary>
public static class WaitingDecisionsApi
{
    private const int LongestReason = 500;

    public static void MapWaitingDecisionsApi(this IEndpointRouteBuilder endpoints)
    {
        var door = endpoints.MapGroup("/api/meetings/waiting-room").WithTags("Waiting room").CalledBy(ApiCallers.Members);
        door.MapGet("", ListAsync).WithName("listWaiting").WithSummary("Everybody who waits to be let in, longest waiting first")
            .Produces<WaitingList>().Refuses(403);
        door.MapPost("/approve", ApproveAsync).WithName("approveWaiting").WithSummary("Let somebody in who waits")
            .Accepts<WaitingDecision>("application/json").Produces<WaitingDecided>().Refuses(403, 404).Produces<WaitingConflict>(409);
        door.MapPost("/reject", RejectAsync).WithName("rejectWaiting").WithSummary("Turn somebody away who waits, with a reason and perhaps a time to come back")
            .Accepts<WaitingRejection>("application/json").Produces<WaitingDecided>().Refuses(403, 404, 422).Produces<WaitingConflict>(409);
    }

    private static Task<IResult> ListAsync(HttpContext http, ListWaiting list, IClock clock) => AsHostAsync(http, async member =>
    {
        var now = clock.GetCurrentInstant();
        return StaffCalls.Answer(new WaitingList([.. (await list.RunAsync(member.OrganizationId, http.RequestAborted)).Waiting.Select(visitor => WaitingPerson.Of(visitor, now))]));
    });

    private static Task<IResult> ApproveAsync(HttpContext http, AdmitParticipant admit) =>
        DecideAsync<WaitingDecision>(http, (member, body, participantId) => SayAsync(
            admit.RunAsync(new AdmitParticipantRequest(member.OrganizationId, participantId, member.AsActor()), http.RequestAborted), participantId, "approved"));

    private static Task<IResult> RejectAsync(HttpContext http, DeclineParticipant decline) =>
        DecideAsync<WaitingRejection>(http, (member, body, participantId) =>
        {
            if (body.Reason is { Length: > LongestReason })
                return Task.FromResult(Wrong("reason", $"There is room for {LongestReason} characters."));
            if (body.ReadComeBackAt() is not { Success: true, Value: var comeBackAt })
                return Task.FromResult(Wrong("come_back_at", "Write a moment like 2026-11-24T14:20:00+01:00."));
            var request = new DeclineParticipantRequest(member.OrganizationId, participantId, body.Reason, member.AsActor()) { ComeBackAt = comeBackAt };
            return SayAsync(decline.RunAsync(request, http.RequestAborted), participantId, "rejected");
        });

    private static async Task<IResult> DecideAsync<TBody>(HttpContext http, Func<CurrentMember, TBody, Guid, Task<IResult>> decide)
        where TBody : WaitingDecision => await AsHostAsync(http, async member =>
        await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)
            ? await StaffCalls.WithBodyAsync<TBody>(http, async body => body switch
            {
                { UserId: { } userId } when userId != member.UserId => StaffCalls.Error(StatusCodes.Status403Forbidden, "Access denied"),
                { ParticipantId: { } participantId } => await decide(member, body, participantId),
                _ => Wrong("participant_id", "Name who is meant."),
            })
            : StaffCalls.Error(StatusCodes.Status400BadRequest, "The RequestVerificationToken header is missing or out of date"));

    /// <summary>A visitor is known, and is told that this is not for them.</summary>
    private static async Task<IResult> AsHostAsync(HttpContext http, Func<CurrentMember, Task<IResult>> act)
    {
        if (await http.FindMemberAsync() is { } member)
            return await act(member);
        return (await http.FindCallCallerAsync(asGuest: true)).ParticipantIds.Count > 0
            ? StaffCalls.Error(StatusCodes.Status403Forbidden, "Only staff decide who comes in")
            : StaffCalls.Error(StatusCodes.Status401Unauthorized, "Unauthorized");
    }

    private static async Task<IResult> SayAsync(Task<DoorOutcome> deciding, Guid participantId, string status) => await deciding switch
    {
        DoorOutcome.Done done => StaffCalls.Answer(new WaitingDecided(status, participantId, done.BookingId)),
        DoorOutcome.NoLongerWaiting late => StaffCalls.Answer(WaitingConflict.Of(late), StatusCodes.Status409Conflict),
        DoorOutcome.ComeBackOutsideMeeting outside => Wrong(
            "come_back_at", $"Take a moment from now until the meeting ends at {InstantPattern.ExtendedIso.Format(outside.EndsAt)}."),
        _ => StaffCalls.Error(StatusCodes.Status404NotFound, "Nobody of that id is at your door"),
    };

    private static IResult Wrong(string field, string words) => StaffCalls.Invalid(new Dictionary<string, string[]> { [field] = [words] });
}
