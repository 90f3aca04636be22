using Microsoft.EntityFrameworkCore;
using Portal.Core.Organizations;
using Portal.Core.Persistence;

namespace Portal.Core.Profiles;

/// <summary>The picture on a public profile.</summary>
public sealed class FindPhoto(PortalDbContext db)
{
    /// <returns>Null unless the profile is shown and this is its picture now.</returns>
    public Task<MemberPhoto?> RunAsync(string organization, string profile, string fingerprint, CancellationToken ct) => (
        from member in db.Members.AsNoTracking()
        join photo in db.MemberPhotos.AsNoTracking()
            on new { member.OrganizationId, member.UserId } equals new { photo.OrganizationId, photo.UserId }
        where member.Organization!.Slug == organization && member.ProfileSlug == profile && photo.Fingerprint == fingerprint
        select photo).SingleOrDefaultAsync(ct);
}
