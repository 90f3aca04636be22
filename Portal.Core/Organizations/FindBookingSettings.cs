using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Organizations;

public sealed class FindBookingSettings(PortalDbContext db)
{
    /// <param name="organizationId">Of a member, so there is one.</param>
    public Task<BookingSettings> RunAsync(Guid organizationId, CancellationToken ct) => db.Organizations
        .Where(organization => organization.Id == organizationId)
        .Select(organization => new BookingSettings(organization.HoldLength, organization.Currency, organization.LowestPrice, organization.HighestPrice, organization.Reminders))
        .SingleAsync(ct);
}
