using Microsoft.EntityFrameworkCore;
using NodaTime;
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

    /// <summary>Goes on for a caller who takes part already and may be in the call now; anybody else is told why not.</summary>
    public static async Task<JoinCallOutcome> ForSeatAsync(
        this PortalDbContext db, JoinCallRequest request, Instant now, Func<Booking, RoomSeat, Task<JoinCallOutcome>> grant, CancellationToken ct)
    {
        if (await db.LoadMeetingAsync(request.BookingId, ct) is not { } booking)
            return new JoinCallOutcome.BookingNotFound();
        if (await db.FindCallerAsync(booking, request.Caller, ct) is not { } participant || !booking.Participants.Contains(participant))
            return new JoinCallOutcome.NotAParticipant();
        return CallDoor.Refusal(booking, participant, now) ?? await grant(booking, booking.SeatOf(participant));
    }
}
