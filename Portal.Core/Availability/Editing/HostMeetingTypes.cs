using Microsoft.EntityFrameworkCore;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;

namespace Portal.Core.Availability.Editing;

internal static class HostMeetingTypes
{
    /// <returns>Null when it belongs to another organisation, is hidden, or is never given to this host.</returns>
    public static async Task<MeetingType?> FindTypeOfHostAsync(
        this PortalDbContext db, ReadAvailability read, HostKey host, Guid typeId, CancellationToken ct)
    {
        var exists = await db.MeetingTypes.AnyAsync(
            type => type.Id == typeId && type.OrganizationId == host.OrganizationId && type.Visibility != MeetingTypeVisibility.Hidden, ct);
        if (!exists)
            return null;
        var type = await read.GetTypeAsync(typeId, ct);
        return type.CandidateHosts().Contains(host.HostId) ? type : null;
    }

    /// <summary>Whose time decides when the type can be booked with this host: theirs, or that of everybody who must be there.</summary>
    public static IReadOnlyList<Guid> CandidatesBeside(this MeetingType type, Guid hostId) =>
        type.Assignment == HostAssignment.Collective ? [.. type.CandidateHosts()] : [hostId];
}
