using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Organizations;

public sealed class FindDoorSettings(PortalDbContext db)
{
    /// <param name="organizationId">Of a member, so there is one.</param>
    public Task<DoorSettings> RunAsync(Guid organizationId, CancellationToken ct) => db.Organizations
        .Where(organization => organization.Id == organizationId)
        .Select(organization => new DoorSettings(
            organization.WaitingRoomEnabled, organization.LateHostAfter, organization.AskAgainAfter, organization.ChatAtTheDoor))
        .SingleAsync(ct);
}
