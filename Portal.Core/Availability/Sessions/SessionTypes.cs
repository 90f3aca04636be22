using Microsoft.EntityFrameworkCore;
using Portal.Core.Availability.Editing;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;

namespace Portal.Core.Availability.Sessions;

internal static class SessionTypes
{
    /// <summary>What a session of this host can be held under: types that can be booked with them alone. Tracked.</summary>
    public static async Task<List<MeetingType>> ListSessionTypesAsync(this PortalDbContext db, HostKey host, CancellationToken ct)
    {
        var types = await db.MeetingTypes
            .Include(type => type.Hosts)
            .Where(type => type.OrganizationId == host.OrganizationId && type.Visibility != MeetingTypeVisibility.Hidden)
            .Where(type => type.Assignment != HostAssignment.Collective && type.Hosts.Any(one => one.HostId == host.HostId))
            .OrderBy(type => type.Position).ThenBy(type => type.Name)
            .ToListAsync(ct);
        return [.. types.Where(type => type.CandidateHosts().Contains(host.HostId))];
    }
}
