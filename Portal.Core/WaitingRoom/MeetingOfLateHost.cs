using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>A meeting whose visitor waits for a host who should be there.</summary>
internal sealed record MeetingOfLateHost(Guid OrganizationId, Guid BookingId, Guid MeetingTypeId, Guid HostId, string HostName, Instant EndsAt);

internal static class LateHostLooking
{
    /// <returns>Null when they do not wait, or the host is not late.</returns>
    public static async Task<MeetingOfLateHost?> FindMeetingOfLateHostAsync(this PortalDbContext db, Guid participantId, Instant now, CancellationToken ct)
    {
        var found = await db.Participants.AsNoTracking()
            .Where(participant => participant.Id == participantId && participant.Admission == Admission.Waiting)
            .Select(participant => new
            {
                Booking = participant.Booking!,
                participant.HostMessageAt,
                HostName = participant.Booking!.Host!.DisplayName,
                participant.Booking.Organization!.LateHostAfter,
                SomebodyIsThere = participant.Booking.Participants.Any(person => person.UserId != null && person.JoinedAt != null && person.LeftAt == null),
            })
            .SingleOrDefaultAsync(ct);
        if (found is null || found.SomebodyIsThere || found.Booking.Status.IsFinal() || now >= found.Booking.EndsAt)
            return null;
        var booking = found.Booking;
        return now < LateHost.LateFrom(booking.StartsAt, booking.HandedOverAt, found.HostMessageAt, found.LateHostAfter)
            ? null
            : new MeetingOfLateHost(booking.OrganizationId, booking.Id, booking.MeetingTypeId, booking.HostId, found.HostName, booking.EndsAt);
    }
}
