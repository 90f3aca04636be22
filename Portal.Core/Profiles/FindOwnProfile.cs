using Microsoft.EntityFrameworkCore;
using Portal.Core.Availability.Editing;
using Portal.Core.Persistence;

namespace Portal.Core.Profiles;

/// <summary>What a member shows of themselves, to be edited.</summary>
public sealed class FindOwnProfile(PortalDbContext db)
{
    public async Task<OwnProfile> RunAsync(HostKey member, CancellationToken ct) => await (
        from row in db.Members
        where row.OrganizationId == member.OrganizationId && row.UserId == member.HostId
        select new OwnProfile(
            row.ProfileSlug,
            row.ProfileText,
            db.MemberPhotos.Where(photo => photo.OrganizationId == row.OrganizationId && photo.UserId == row.UserId).Select(photo => photo.Fingerprint).FirstOrDefault()))
        .SingleAsync(ct);
}
