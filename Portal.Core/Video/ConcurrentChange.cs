using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Video;

/// <summary>In a call several people act on one booking in the same second, and each of them is right.</summary>
internal static class ConcurrentChange
{
    /// <summary>
    /// Makes a change of participants count as a change of the booking, when what follows was decided by looking at all of them.
    /// </summary>
    public static void RaiseVersion(this PortalDbContext db, Booking booking) =>
        db.Entry(booking).Property(row => row.Version).IsModified = true;
}
