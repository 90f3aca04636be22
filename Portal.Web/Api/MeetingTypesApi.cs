using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Portal.Core;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Web.Api.Document;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Api;

/// <summary>Meeting types of the caller's organisation: every member reads them, admins change them.</summary>
public static partial class MeetingTypesApi
{
    private const string Path = "/api/meetings/meeting-types";

    public static void MapMeetingTypesApi(this IEndpointRouteBuilder endpoints)
    {
        var types = endpoints.MapGroup(Path).WithTags("Meeting types").CalledBy(ApiCallers.Members);
        types.MapGet("", ListAsync).WithName("listMeetingTypes").WithSummary("What can be booked").Produces<MeetingTypesAnswer>();
        types.MapGet("/{id:guid}", FindAsync).WithName("getMeetingType").WithSummary("A meeting type with everything about it")
            .Produces<MeetingTypeAnswer>().Refuses(404);
        types.MapPost("", CreateAsync).WithName("createMeetingType").WithSummary("Add a meeting type (admins)")
            .Accepts<MeetingTypeBody>("application/json").Produces<SavedMeetingType>(StatusCodes.Status201Created).Refuses(403, 422);
        types.MapPut("/{id:guid}", ChangeAsync).WithName("changeMeetingType").WithSummary("Change a meeting type as it was read (admins)")
            .Accepts<MeetingTypeBody>("application/json").Produces<SavedMeetingType>().Refuses(403, 404, 409, 422);
        types.MapDelete("/{id:guid}", DeleteAsync).WithName("deleteMeetingType").WithSummary("Remove a meeting type nobody booked (admins)")
            .Produces(StatusCodes.Status204NoContent).Refuses(403, 404, 409);
    }

    private static Task<IResult> ListAsync(HttpContext http, ListOwnMeetingTypes list, IOptions<PortalOptions> portal) =>
        StaffCalls.AsMemberAsync(http, async member => StaffCalls.Answer(new MeetingTypesAnswer(
        [
            .. (await list.RunAsync(member.OrganizationId, http.RequestAborted)).Select(type => new ListedMeetingType(
                type.Id, type.Slug, type.Name, type.Visibility, [.. type.Lengths.Select(length => (int)length.TotalMinutes)], type.Assignment,
                type.Capacity, type.NeedsApproval, type.SessionsOnly, type.HostNames, type.Version,
                LinkOf(portal.Value, member, type.Slug, type.LinkKey))),
        ])));

    private static Task<IResult> FindAsync(HttpContext http, Guid id, FindMeetingType find, IOptions<PortalOptions> portal) =>
        StaffCalls.AsMemberAsync(http, async member => await find.RunAsync(member.OrganizationId, id, http.RequestAborted) is { } details
            ? StaffCalls.Answer(new MeetingTypeAnswer(
                details.Id, LinkOf(portal.Value, member, details.Draft.Slug, details.LinkKey), details.IsInUse, MeetingTypeBody.Of(details)))
            : NotFound());

    private static Task<IResult> CreateAsync(HttpContext http, CreateMeetingType create) =>
        StaffCalls.AsAdminAsync(http, member => StaffCalls.WithBodyAsync<MeetingTypeBody>(http, async body =>
        {
            var saved = await create.RunAsync(new CreateMeetingTypeRequest(member, body.ToDraft()), http.RequestAborted);
            if (saved is SaveMeetingTypeOutcome.Saved { Id: var id })
                http.Response.Headers.Location = $"{Path}/{id}";
            return Say(saved, StatusCodes.Status201Created);
        }));

    private static Task<IResult> ChangeAsync(HttpContext http, Guid id, ChangeMeetingType change) =>
        StaffCalls.AsAdminAsync(http, member => StaffCalls.WithBodyAsync<MeetingTypeBody>(http, async body => body.Version is { } version
            ? Say(await change.RunAsync(new ChangeMeetingTypeRequest(member, id, version, body.ToDraft()), http.RequestAborted), StatusCodes.Status200OK)
            : StaffCalls.Invalid(new Dictionary<string, string[]> { ["version"] = ["Send the version you read."] })));

    private static Task<IResult> DeleteAsync(HttpContext http, Guid id, DeleteMeetingType delete) =>
        StaffCalls.AsAdminAsync(http, async member => await delete.RunAsync(new OwnMeetingTypeRequest(member, id), http.RequestAborted) switch
        {
            DeleteMeetingTypeOutcome.Deleted => Results.NoContent(),
            DeleteMeetingTypeOutcome.InUse => StaffCalls.Error(StatusCodes.Status409Conflict, "It was booked or is offered at single sessions; hide it instead"),
            _ => NotFound(),
        });

    private static IResult Say(SaveMeetingTypeOutcome outcome, int done) => outcome switch
    {
        SaveMeetingTypeOutcome.Saved saved => StaffCalls.Answer(new SavedMeetingType(saved.Id, saved.Slug, saved.Version), done),
        SaveMeetingTypeOutcome.Refused refused => StaffCalls.Invalid(refused.Problems
            .GroupBy(problem => NameOf(problem.Field), MeetingTypeWords.Of)
            .ToDictionary(field => field.Key, field => field.ToArray())),
        SaveMeetingTypeOutcome.ChangedMeanwhile meanwhile => StaffCalls.Answer(
            new { Error = "Somebody changed it after you read it", meanwhile.Version }, StatusCodes.Status409Conflict),
        _ => NotFound(),
    };

    private static IResult NotFound() => StaffCalls.Error(StatusCodes.Status404NotFound, "Meeting type not found");

    private static string LinkOf(PortalOptions portal, CurrentMember member, string slug, string? key) =>
        $"{portal.BaseUrl}/book/{member.OrganizationSlug}/{slug}{(key is null ? "" : $"?key={key}")}";

    // the draft's names as the body has them: Questions[0].Label is questions[0].label, lengths say that they are minutes
    private static string NameOf(string field)
    {
        var name = Word().Replace(field, word => JsonNamingPolicy.SnakeCaseLower.ConvertName(word.Value));
        return MeetingTypeWords.IsDuration(field) ? $"{name}_minutes" : name;
    }

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();
}
