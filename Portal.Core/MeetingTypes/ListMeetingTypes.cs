using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.MeetingTypes;

/// <summary>What an organisation offers everybody, in the order it chose.</summary>
public sealed class ListMeetingTypes(PortalDbContext db)
{
    /// <param name="organization">The slug in the address.</param>
    /// <returns>Null when there is no such organisation.</returns>
    public async Task<MeetingTypeList?> RunAsync(string organization, CancellationToken ct)
    {
        // one query for both: a row for each type, an organisation without types once with nulls
        var rows = await (
            from owner in db.Organizations.AsNoTracking()
            where owner.Slug == organization
            from type in db.MeetingTypes
                .Where(type => type.OrganizationId == owner.Id && type.Visibility == MeetingTypeVisibility.Listed)
                .DefaultIfEmpty()
            orderby type.Position, type.Name
            select new
            {
                Owner = owner,
                Type = type,
                FirstHost = type == null
                    ? null
                    : type.Hosts.OrderBy(host => host.Position).Select(host => host.Host!.DisplayName).FirstOrDefault(),
                FirstProfile = type == null
                    ? null
                    : db.Members
                        .Where(member => member.OrganizationId == owner.Id
                            && member.UserId == type.Hosts.OrderBy(host => host.Position).Select(host => host.HostId).FirstOrDefault())
                        .Select(member => member.ProfileSlug)
                        .FirstOrDefault(),
                HostCount = type == null ? 0 : type.Hosts.Count,
            }).ToListAsync(ct);
        if (rows.Count == 0)
            return null;

        return new MeetingTypeList(rows[0].Owner.Slug, rows[0].Owner.Name,
        [
            .. rows.Where(row => row.Type is not null).Select(row => new MeetingTypeSummary(
                row.Type.Slug, row.Type.Name, row.Type.Description, [.. row.Type.Lengths], row.Type.Capacity, row.HostCount,
                row.Type.Assignment == HostAssignment.OneHost || row.HostCount == 1 ? row.FirstHost : null,
                row.Type.Assignment == HostAssignment.OneHost || row.HostCount == 1 ? row.FirstProfile : null,
                row.Type.Assignment == HostAssignment.Collective)),
        ]);
    }
}
