using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

internal static class BookingLoading
{
    /// <summary>Whose time to lock before the booking is read for a change.</summary>
    /// <returns>Null when the organisation has no such booking.</returns>
    public static async Task<IReadOnlyList<Guid>?> FindHostsOfAsync(this PortalDbContext db, Guid organizationId, Guid bookingId, CancellationToken ct)
    {
        var found = await db.Bookings
            .Where(booking => booking.Id == bookingId && booking.OrganizationId == organizationId)
            .Select(booking => new
            {
                booking.HostId,
                Others = booking.Participants.Where(person => person.Role == ParticipantRole.Host && person.UserId != null).Select(person => person.UserId!.Value),
            })
            .SingleOrDefaultAsync(ct);
        return found is null ? null : [.. found.Others.Prepend(found.HostId).Distinct()];
    }

    /// <summary>With its people and its type, tracked; only inside the lock.</summary>
    public static Task<Booking> LoadForChangeAsync(this PortalDbContext db, Guid bookingId, CancellationToken ct) =>
        db.Bookings
            .Include(booking => booking.Participants)
            .Include(booking => booking.MeetingType)
            .SingleAsync(booking => booking.Id == bookingId, ct);
}
