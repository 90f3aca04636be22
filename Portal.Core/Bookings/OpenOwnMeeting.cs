using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>Somebody chose a meeting from their list: they get a link to it, which sees and joins as the one in their mail.</summary>
public sealed class OpenOwnMeeting(PortalDbContext db, IClock clock)
{
    /// <param name="participantIds">From the visitor's cookie.</param>
    /// <returns>The link's token; null when none of them is in this meeting.</returns>
    public async Task<string?> RunAsync(IReadOnlyCollection<Guid> participantIds, Guid bookingId, CancellationToken ct)
    {
        var own = await db.Participants
            .Where(row => participantIds.Contains(row.Id) && row.BookingId == bookingId && row.UserId == null)
            .OrderBy(row => row.Role)
            .Select(row => (Guid?)row.Id)
            .FirstOrDefaultAsync(ct);
        if (own is not { } participantId)
            return null;
        var (link, token) = AccessLink.Issue(participantId, LinkPurpose.Join, clock.GetCurrentInstant());
        db.AccessLinks.Add(link);
        await db.SaveChangesAsync(ct);
        return token;
    }
}
