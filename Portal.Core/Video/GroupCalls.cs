using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Video;

/// <summary>The bookings of a group meeting have one call: what moves or ends it does so for all of them.</summary>
internal static class GroupCalls
{
    /// <returns>The booking, and the others of its group that are not over; with everybody in them, tracked.</returns>
    public static async Task<IReadOnlyList<Booking>> LoadGroupAsync(this PortalDbContext db, Booking booking, CancellationToken ct)
    {
        if (booking.GroupId is not { } group)
            return [booking];
        BookingStatus[] open = [BookingStatus.Pending, BookingStatus.Confirmed, BookingStatus.Waiting, BookingStatus.InProgress];
        var others = await db.Bookings
            .Include(row => row.Participants)
            .Include(row => row.Organization)
            .Where(row => row.GroupId == group && row.Id != booking.Id && open.Contains(row.Status))
            .OrderBy(row => row.Id)
            .ToListAsync(ct);
        return [booking, .. others];
    }

    /// <summary>Somebody who booked a seat after the group had moved on goes where the others are.</summary>
    public static async Task FollowGroupAsync(this PortalDbContext db, Booking booking, CancellationToken ct)
    {
        if (booking.GroupId is not { } group)
            return;
        var ahead = await db.Bookings.Where(row => row.GroupId == group && row.Status == BookingStatus.InProgress).MaxAsync(row => (int?)row.RoomEpoch, ct);
        while (booking.RoomEpoch < ahead)
            booking.LeaveRoomBehind();
    }
}
