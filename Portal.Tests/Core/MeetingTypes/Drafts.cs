using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Tests.Support;

namespace Portal.Tests.Core.MeetingTypes;

/// <summary>Meeting types as editors type them.</summary>
internal static class Drafts
{
    /// <summary>Nothing wrong with it, nothing unusual in it.</summary>
    public static MeetingTypeDraft Plain(params PortalUser[] hosts) => new()
    {
        Name = "Demo",
        Length = Duration.FromMinutes(30),
        HorizonDays = 60,
        Hosts = [.. hosts.Select(host => new HostDraft(host.Id, null))],
    };

    public static QuestionDraft Question(string label, string key = "", QuestionKind kind = QuestionKind.ShortText, params string[] choices) =>
        new(key, label, "", kind, false, choices);

    public static CurrentMember AsMember(this PortalUser user, Organization organization, MemberRole role = MemberRole.Admin) => new(
        user.Id, user.DisplayName, organization.Id, organization.Slug, organization.Name, organization.Zone, organization.WaitingRoomEnabled, role);

    public static async Task<SaveMeetingTypeOutcome.Saved> CreateAsync(this World world, CurrentMember by, MeetingTypeDraft draft) =>
        Assert.IsType<SaveMeetingTypeOutcome.Saved>(
            await world.RunAsync((CreateMeetingType create) => create.RunAsync(new CreateMeetingTypeRequest(by, draft), default)));

    public static Task<SaveMeetingTypeOutcome> ChangeAsync(
        this World world, CurrentMember by, Guid id, int version, MeetingTypeDraft draft) =>
        world.RunAsync((ChangeMeetingType change) => change.RunAsync(new ChangeMeetingTypeRequest(by, id, version, draft), default));

    public static async Task<MeetingTypeDetails> FindTypeAsync(this World world, Organization organization, Guid id) =>
        (await world.RunAsync((FindMeetingType find) => find.RunAsync(organization.Id, id, default)))!;
}
