using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>Whose link is this? The only way from a token to a meeting.</summary>
public sealed class FindAccessLink(PortalDbContext db, IClock clock)
{
    /// <returns>Null for a token never issued, and for one whose meeting ended longer ago than a link lives.</returns>
    public async Task<LinkHolder?> RunAsync(string token, CancellationToken ct)
    {
        var hash = AccessLink.HashOf(token);
        var oldest = clock.GetCurrentInstant() - AccessLink.Lifetime;
        return await db.AccessLinks
            .Where(link => link.TokenHash == hash && link.Participant!.Booking!.EndsAt > oldest)
            .Select(link => new LinkHolder(
                link.ParticipantId, link.Participant!.BookingId, link.Participant.OrganizationId, link.Participant.Name, link.Participant.Email, link.Purpose))
            .SingleOrDefaultAsync(ct);
    }
}
