using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.MeetingTypes;

internal static class MeetingTypeLoading
{
    /// <summary>One of the organisation's types with its hosts and questions, to be changed; null when it has no such type.</summary>
    public static Task<MeetingType?> LoadMeetingTypeAsync(this PortalDbContext db, Guid organizationId, Guid id, CancellationToken ct) =>
        db.MeetingTypes
            .Include(type => type.Hosts)
            .Include(type => type.Questions)
            .AsSplitQuery()
            .SingleOrDefaultAsync(type => type.Id == id && type.OrganizationId == organizationId, ct);

    /// <summary>Behind every type of the organisation.</summary>
    public static async Task<int> NextPositionAsync(this PortalDbContext db, Guid organizationId, CancellationToken ct) =>
        1 + (await db.MeetingTypes.Where(type => type.OrganizationId == organizationId).MaxAsync(type => (int?)type.Position, ct) ?? -1);
}
