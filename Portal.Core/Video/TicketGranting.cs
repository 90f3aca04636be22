using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Video.Rooms;

namespace Portal.Core.Video;

/// <summary>From a seat that was granted to the ticket for it.</summary>
internal static class TicketGranting
{
    public static RoomSeat SeatOf(this Booking booking, Participant participant) =>
        new(RoomName.Of(booking), booking.Id, participant.Id, participant.Name, participant.IsStaff);

    /// <param name="wanted">The provider the caller's page was made for; null where any will do.</param>
    public static async Task<JoinCallOutcome> GrantAsync(
        this PortalDbContext db, MeetingRooms rooms, RoomSeat seat, string? wanted, Instant now, CancellationToken ct)
    {
        var booking = await db.Bookings.AsNoTracking().SingleAsync(row => row.Id == seat.BookingId, ct);
        // left behind while it was granted: the caller asks again and meets the others
        if (RoomName.Of(booking) != seat.RoomName)
            return new JoinCallOutcome.MeetingOver(booking.Status);
        var opened = await rooms.OpenAsync(booking, ct);
        return wanted is not null && wanted != opened.Provider.Id
            ? new JoinCallOutcome.ElsewhereNow(opened.Provider.Id)
            : new JoinCallOutcome.Granted(opened.TicketFor(seat, now), seat, opened.Provider.Id);
    }
}
