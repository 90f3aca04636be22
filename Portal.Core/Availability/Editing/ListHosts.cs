using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Availability.Editing;

/// <summary>Everybody of an organisation who gives hours to it, by name.</summary>
public sealed class ListHosts(PortalDbContext db)
{
    public async Task<IReadOnlyList<HostName>> RunAsync(Guid organizationId, CancellationToken ct) => await (
        from schedule in db.HostSchedules.AsNoTracking()
        join user in db.Users on schedule.HostId equals user.Id
        where schedule.OrganizationId == organizationId
        orderby user.DisplayName
        select new HostName(schedule.HostId, user.DisplayName)).ToListAsync(ct);
}
