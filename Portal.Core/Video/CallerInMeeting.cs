using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Video;

internal static class CallerInMeeting
{
    /// <summary>The booking with everybody in it and its organisation, tracked.</summary>
    public static Task<Booking?> LoadMeetingAsync(this PortalDbContext db, Guid bookingId, CancellationToken ct) =>
        db.Bookings
            .Include(booking => booking.Participants)
            .Include(booking => booking.Organization)
            .SingleOrDefaultAsync(booking => booking.Id == bookingId, ct);

    /// <summary>
    /// The caller as a participant: a visitor by their link, the host, or a colleague of the host, who becomes a participant
    /// with the first call and is not yet stored then.
    /// </summary>
    /// <returns>Null for somebody the meeting does not concern.</returns>
    public static async Task<Participant?> FindCallerAsync(this PortalDbContext db, Booking booking, CallCaller caller, CancellationToken ct)
    {
        var colleague = caller.UserId is not { } userId
            ? null
            : await db.Members
                .Where(member => member.OrganizationId == booking.OrganizationId && member.UserId == userId)
                .Select(member => new { member.User!.Id, member.User.DisplayName, member.User.Email })
                .SingleOrDefaultAsync(ct);
        if (colleague is null)
            return booking.Participants.Find(participant => !participant.IsStaff && caller.ParticipantIds.Contains(participant.Id));

        return booking.Participants.Find(participant => participant.UserId == colleague.Id) ?? new Participant
        {
            Id = Guid.CreateVersion7(),
            BookingId = booking.Id,
            OrganizationId = booking.OrganizationId,
            Role = ParticipantRole.Staff,
            UserId = colleague.Id,
            Name = colleague.DisplayName,
            Email = colleague.Email!,
        };
    }
}
