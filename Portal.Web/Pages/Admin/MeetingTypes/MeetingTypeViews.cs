using Microsoft.Extensions.Options;
using Portal.Core;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Scheduling;
using Portal.Core.Video.Accounts;

namespace Portal.Web.Pages.Admin.MeetingTypes;

/// <summary>What the pages about meeting types show besides what is typed into them.</summary>
public sealed class MeetingTypeViews(ListHostChoices hosts, FindOpenSlots findOpenSlots, ListVideoChoices video, IOptions<PortalOptions> portal)
{
    private const int Times = 5;

    /// <param name="id">Null for a new type.</param>
    public async Task<MeetingTypeForm> FormAsync(MeetingTypeInput input, CurrentMember member, Guid? id, string? focusOn, CancellationToken ct)
    {
        var choices = await hosts.RunAsync(member.OrganizationId, id, ct);
        input.OfferHosts(choices);
        return new MeetingTypeForm(input, choices, member.OrganizationSlug, IsNew: id is null, await video.RunAsync(member.OrganizationId, ct), focusOn);
    }

    /// <summary>The next times that would be offered; a hidden type is previewed too.</summary>
    public async Task<IReadOnlyList<OpenSlot>> NextTimesAsync(CurrentMember member, Guid id, CancellationToken ct) =>
        [.. (await findOpenSlots.ForPreviewAsync(member.OrganizationId, id, ct))?.Slots.Take(Times) ?? []];

    /// <summary>Where visitors book it.</summary>
    public string AddressOf(CurrentMember member, string slug, string? linkKey) =>
        $"{portal.Value.BaseUrl}/book/{member.OrganizationSlug}/{slug}{(linkKey is null ? "" : $"?key={linkKey}")}";
}
