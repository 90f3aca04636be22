using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings.Afterwards;

/// <summary>Which of the visitors a browser has acted as is in a meeting.</summary>
public sealed class FindOwnPlace(PortalDbContext db)
{
    /// <param name="participantIds">From the visitor's cookie.</param>
    /// <returns>Null when none of them is.</returns>
    public async Task<LinkHolder?> RunAsync(IReadOnlyCollection<Guid> participantIds, Guid bookingId, CancellationToken ct) =>
        await db.Participants
            .Where(row => participantIds.Contains(row.Id) && row.BookingId == bookingId && row.UserId == null)
            .OrderBy(row => row.Role)
            .Select(row => new LinkHolder(row.Id, row.BookingId, row.OrganizationId, row.Name, row.Email, LinkPurpose.Join))
            .FirstOrDefaultAsync(ct);
}
