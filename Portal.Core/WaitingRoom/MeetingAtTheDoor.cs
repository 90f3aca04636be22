using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

internal static class MeetingAtTheDoor
{
    /// <summary>The booking of a participant known to exist, with everybody in it and its organisation, tracked.</summary>
    public static Task<Booking> LoadMeetingOfAsync(this PortalDbContext db, Guid participantId, CancellationToken ct) =>
        db.Bookings
            .Include(booking => booking.Participants)
            .Include(booking => booking.Organization)
            .SingleAsync(booking => booking.Participants.Any(participant => participant.Id == participantId), ct);
}
