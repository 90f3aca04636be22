using Microsoft.EntityFrameworkCore;
using Portal.Core.MeetingTypes;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Core.Profiles;

/// <summary>The public profile of a person (D3).</summary>
public sealed class FindProfile(PortalDbContext db)
{
    /// <returns>Null for somebody who shows none. With several organisations and none named: the first by name.</returns>
    public async Task<PublicProfile?> RunAsync(FindProfileRequest request, CancellationToken ct)
    {
        var shown = db.Members.AsNoTracking().Where(member => member.ProfileSlug != null);
        if (request.Organization is { } organization)
            shown = shown.Where(member => member.Organization!.Slug == organization);
        if (Guid.TryParse(request.Person, out var userId))
            shown = shown.Where(member => member.UserId == userId);
        else if (request.Organization is null)
            return null;
        else
            shown = shown.Where(member => member.ProfileSlug == request.Person);
        var member = await shown.Include(member => member.Organization).Include(member => member.User)
            .OrderBy(member => member.Organization!.Name).FirstOrDefaultAsync(ct);
        return member is null ? null : await DescribeAsync(member, ct);
    }

    private async Task<PublicProfile> DescribeAsync(Member member, CancellationToken ct)
    {
        var (organization, name) = (member.Organization!, member.User!.DisplayName);
        var photo = await db.MemberPhotos
            .Where(photo => photo.OrganizationId == member.OrganizationId && photo.UserId == member.UserId)
            .Select(photo => photo.Fingerprint).FirstOrDefaultAsync(ct);
        var zone = await db.HostSchedules
            .Where(schedule => schedule.OrganizationId == member.OrganizationId && schedule.HostId == member.UserId)
            .Select(schedule => schedule.Zone).FirstOrDefaultAsync(ct);
        var types = await db.MeetingTypes.AsNoTracking()
            .Include(type => type.Hosts)
            .Where(type => type.OrganizationId == member.OrganizationId && type.Visibility == MeetingTypeVisibility.Listed)
            .Where(type => type.Hosts.Any(host => host.HostId == member.UserId))
            .OrderBy(type => type.Position).ThenBy(type => type.Name)
            .ToListAsync(ct);
        return new PublicProfile(
            member.UserId, organization.Slug, organization.Name, member.ProfileSlug!, name, member.ProfileText, photo, zone ?? organization.Zone,
            [
                .. types.Where(type => type.CandidateHosts().Contains(member.UserId))
                    .Select(type => new ProfileMeeting(type.Slug, type.Name, type.Length)),
            ]);
    }
}
