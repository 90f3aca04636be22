using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.MeetingTypes;

/// <summary>One of the organisation's own types, hidden ones too, with everything there is to edit.</summary>
public sealed class FindMeetingType(PortalDbContext db)
{
    /// <returns>Null when the organisation has no such type.</returns>
    public async Task<MeetingTypeDetails?> RunAsync(Guid organizationId, Guid id, CancellationToken ct)
    {
        var type = await db.MeetingTypes.AsNoTracking()
            .Include(type => type.Hosts).ThenInclude(host => host.Host)
            .Include(type => type.Questions)
            .AsSplitQuery()
            .SingleOrDefaultAsync(type => type.Id == id && type.OrganizationId == organizationId, ct);
        if (type is null)
            return null;
        var isInUse = await db.Bookings.AnyAsync(booking => booking.MeetingTypeId == id, ct)
            || await db.SessionSlots.AnyAsync(slot => slot.MeetingTypeId == id, ct);
        return new MeetingTypeDetails(
            type.Id, type.Version, MeetingTypeDraft.Of(type), type.LinkKey, isInUse,
            type.Hosts.ToDictionary(host => host.HostId, host => host.Host!.DisplayName));
    }
}
