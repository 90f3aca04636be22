using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.MeetingTypes;

/// <summary>Every type of an organisation in its order, hidden ones too.</summary>
public sealed class ListOwnMeetingTypes(PortalDbContext db)
{
    public async Task<IReadOnlyList<OwnMeetingType>> RunAsync(Guid organizationId, CancellationToken ct)
    {
        var types = await db.MeetingTypes.AsNoTracking()
            .Include(type => type.Hosts.OrderBy(host => host.Position)).ThenInclude(host => host.Host)
            // apart: SQLite joins the hosts of every organisation before it looks for these
            .AsSplitQuery()
            .Where(type => type.OrganizationId == organizationId)
            .OrderBy(type => type.Position).ThenBy(type => type.Name)
            .ToListAsync(ct);
        return
        [
            .. types.Select(type => new OwnMeetingType(
                type.Id, type.Slug, type.Name, type.Visibility, type.LinkKey, [.. type.Lengths], type.Assignment, type.Capacity,
                type.NeedsApproval, type.SessionsOnly, [.. type.Hosts.Select(host => host.Host!.DisplayName)], type.Version)),
        ];
    }
}
