using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Organizations;

/// <summary>In which organisation, and as what, does a signed-in person act? Asked with every request, so that a changed role counts at once.</summary>
public sealed class FindMember(PortalDbContext db)
{
    /// <returns>Null for somebody who belongs to no organisation; the first by name for somebody who belongs to several.</returns>
    public async Task<CurrentMember?> RunAsync(Guid userId, CancellationToken ct)
    {
        var member = await db.Members.AsNoTracking()
            .Include(member => member.Organization)
            .Include(member => member.User)
            .Where(member => member.UserId == userId)
            .OrderBy(member => member.Organization!.Name)
            .FirstOrDefaultAsync(ct);
        return member is { Organization: { } organization, User: { } user }
            ? new CurrentMember(
                user.Id, user.DisplayName, organization.Id, organization.Slug, organization.Name, organization.Zone,
                organization.WaitingRoomEnabled, member.Role)
            : null;
    }
}
