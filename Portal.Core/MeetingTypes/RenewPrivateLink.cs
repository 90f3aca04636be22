using NodaTime;
using Portal.Core.Availability;
using Portal.Core.Persistence;

namespace Portal.Core.MeetingTypes;

/// <summary>Makes a new private link; whoever has the old one cannot book any more.</summary>
public sealed class RenewPrivateLink(PortalDbContext db, AvailabilityCache cache, IClock clock)
{
    /// <returns>False when there is no such type, or it has no private link.</returns>
    public async Task<bool> RunAsync(OwnMeetingTypeRequest request, CancellationToken ct)
    {
        if (await db.LoadMeetingTypeAsync(request.By.OrganizationId, request.Id, ct) is not { LinkKey: not null } type)
            return false;
        type.RenewLink();
        db.AuditEntries.Add(type.Record(request.By, "link_renewed", clock.GetCurrentInstant()));
        await db.SaveChangesAsync(ct);
        cache.Clear();
        return true;
    }
}
