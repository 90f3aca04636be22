using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>Everybody at the door of one organisation, longest waiting first (B5).</summary>
public sealed class ListWaiting(PortalDbContext db)
{
    public async Task<IReadOnlyList<WaitingVisitor>> RunAsync(Guid organizationId, CancellationToken ct) =>
        await db.Participants
            .Where(participant => participant.OrganizationId == organizationId && participant.Admission == Admission.Waiting)
            .OrderBy(participant => participant.WaitingSince).ThenBy(participant => participant.Id)
            .Select(participant => new WaitingVisitor(
                participant.Id,
                participant.BookingId,
                participant.Name,
                participant.WaitingSince!.Value,
                participant.Booking!.MeetingType!.Name,
                participant.Booking.HostId,
                participant.Booking.Host!.DisplayName,
                participant.Booking.StartsAt,
                participant.Booking.Article,
                participant.Booking.Notes))
            .ToListAsync(ct);
}
