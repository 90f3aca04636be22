using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Organizations;

public sealed class FindCallSettings(PortalDbContext db)
{
    /// <param name="organizationId">Of a member, so there is one.</param>
    public Task<CallSettings> RunAsync(Guid organizationId, CancellationToken ct) => db.Organizations
        .Where(organization => organization.Id == organizationId)
        .Select(organization => new CallSettings(organization.KeepsCallChat, organization.AllowsLocalRecording))
        .SingleAsync(ct);
}
