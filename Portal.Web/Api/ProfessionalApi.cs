using Microsoft.AspNetCore.Antiforgery;
using NodaTime;
using NodaTime.Text;
using Portal.Core.Availability.Editing;
using Portal.Core.Availability.Sessions;
using Portal.Core.Organizations;
using Portal.Core.Profiles;
using Portal.Core.Time;
using Portal.Web.Api.Document;
using Portal.Web.Pages.Dashboard.Sessions;
using Portal.Web.Security;

namespace Portal.Web.Api;

/// <summary>What a professional offers: to everybody (D3), and for themselves to change (D1, D2).</summary>
public static class ProfessionalApi
{
    public static void MapProfessionalApi(this IEndpointRouteBuilder endpoints)
    {
        var professional = endpoints.MapGroup("/api/professional").WithTags("Professionals");
        professional.MapGet("/{id}/availability", FindAvailabilityAsync).WithName("findProfessionalAvailability")
            .WithSummary("What a professional can be booked at on a day").Produces<ProfessionalDay>().Refuses(400, 404);
        var own = professional.MapGroup("/sessions/availability").CalledBy(ApiCallers.Members);
        own.MapGet("", ListAsync).WithName("listSessions").WithSummary("The single sessions one offers").Produces<SessionsAnswer>();
        own.MapPost("", OfferAsync).WithName("offerSession").WithSummary("Offer a single session at a price")
            .Accepts<SessionRequest>("application/json").Produces<SessionAnswer>(StatusCodes.Status201Created).Refuses(403, 409, 422);
        own.MapDelete("/{id:guid}", RemoveAsync).WithName("removeSession").WithSummary("Take a session back while nobody booked it")
            .Produces(StatusCodes.Status204NoContent).Refuses(404, 409);
    }

    private static async Task<IResult> FindAvailabilityAsync(
        string id, string? date, string? organization, FindProfile findProfile, ListProfileTimes listTimes, CancellationToken ct)
    {
        if (DateText.Read(date) is not { } day)
            return Error(StatusCodes.Status400BadRequest, "date is required, such as 2026-11-24");
        if (await findProfile.RunAsync(new FindProfileRequest(organization, id), ct) is not { } profile)
            return Error(StatusCodes.Status404NotFound, "Professional not found");
        var times = await listTimes.RunAsync(profile, day, ct);
        return StaffCalls.Answer(new ProfessionalDay(profile.HostId, profile.Name, date!, profile.Zone.Id,
        [
            .. times.Select(time => new ProfessionalDay.Slot(
                Write(time.Start), Write(time.End), time.MeetingSlug, time.SessionId, time.Price?.MinorUnits, time.Price?.Currency,
                $"/book/{profile.OrganizationSlug}/{time.MeetingSlug}?time={Write(time.Start)}")),
        ]));
    }

    private static async Task<IResult> ListAsync(HttpContext http, ListSessions list)
    {
        if (await http.FindMemberAsync() is not { } member)
            return Error(StatusCodes.Status401Unauthorized, "Unauthorized");
        var found = await list.RunAsync(Key(member), http.RequestAborted);
        return StaffCalls.Answer(new SessionsAnswer([.. found.Sessions.Select(one => Describe(one.Session, one.State))]));
    }

    private static Task<IResult> OfferAsync(HttpContext http, IAntiforgery antiforgery, OfferSession offer, ListSessions list) =>
        AsMemberAsync(http, antiforgery, async member =>
        {
            if (await SessionRequest.ReadAsync(http) is not { } body)
                return Error(StatusCodes.Status400BadRequest, "The body is not a session in JSON");
            if (body.ProfessionalId is { } other && other != member.UserId)
                return Error(StatusCodes.Status403Forbidden, "Access denied");
            if (body.ReadDate() is not { } date || SessionRequest.ReadTime(body.Start) is not { } start || SessionRequest.ReadTime(body.End) is not { } end)
                return Error(StatusCodes.Status422UnprocessableEntity, "date, start and end are required, such as 2026-11-24, 14:00 and 14:45");
            var known = await list.RunAsync(Key(member), http.RequestAborted);
            if (body.Price is not { } price || (body.Currency is { } currency && currency != known.LowestPrice.Currency))
                return Error(StatusCodes.Status422UnprocessableEntity, $"price is required, in the minor units of {known.LowestPrice.Currency}");

            var request = new OfferSessionRequest(Key(member), date, start, end, price, body.MeetingTypeId, member.AsActor());
            var outcome = await offer.RunAsync(request, http.RequestAborted);
            return outcome is OfferSessionOutcome.Offered offered
                ? StaffCalls.Answer(Describe(offered.Session, SessionState.Free), StatusCodes.Status201Created)
                : Error(
                    outcome is OfferSessionOutcome.OverlapsSession or OfferSessionOutcome.OverlapsMeeting
                        ? StatusCodes.Status409Conflict
                        : StatusCodes.Status422UnprocessableEntity,
                    SessionWords.Of(outcome, known.Zone).Sentence);
        });

    private static Task<IResult> RemoveAsync(Guid id, HttpContext http, IAntiforgery antiforgery, RemoveSession remove) =>
        AsMemberAsync(http, antiforgery, async member => await remove.RunAsync(Key(member), id, member.AsActor(), http.RequestAborted) switch
        {
            RemoveSessionOutcome.Removed => Results.NoContent(),
            RemoveSessionOutcome.SessionBooked => Error(StatusCodes.Status409Conflict, "The session is booked"),
            _ => Error(StatusCodes.Status404NotFound, "Session not found"),
        });

    private static async Task<IResult> AsMemberAsync(HttpContext http, IAntiforgery antiforgery, Func<CurrentMember, Task<IResult>> act)
    {
        if (await http.FindMemberAsync() is not { } member)
            return Error(StatusCodes.Status401Unauthorized, "Unauthorized");
        return await antiforgery.IsRequestValidAsync(http)
            ? await act(member)
            : Error(StatusCodes.Status400BadRequest, "The RequestVerificationToken header is missing or out of date");
    }

    private static SessionAnswer Describe(OfferedSession session, SessionState state) => new(
        session.Id, session.MeetingName, Write(session.StartsAt), Write(session.EndsAt), session.Zone.Id, session.Price.MinorUnits,
        session.Price.Currency, state);

    private static HostKey Key(CurrentMember member) => new(member.OrganizationId, member.UserId);

    private static string Write(Instant moment) => InstantPattern.General.Format(moment);

    private static IResult Error(int status, string error) => Results.Json(new { error }, statusCode: status);
}
