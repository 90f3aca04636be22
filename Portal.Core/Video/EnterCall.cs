using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Video;

/// <summary>
/// The holder of a ticket connects, for the first time or again. What was true when the ticket was minted is asked once more:
/// a ticket of a room left behind, or of somebody no longer let in, opens nothing.
/// </summary>
public sealed class EnterCall(PortalDbContext db, IClock clock)
{
    public Task<EnterCallOutcome> RunAsync(RoomSeat seat, CancellationToken ct) => db.RepeatAsync(() => EnterAsync(seat, ct), ct);

    private async Task<EnterCallOutcome> EnterAsync(RoomSeat seat, CancellationToken ct)
    {
        var booking = await db.LoadMeetingAsync(seat.BookingId, ct);
        var participant = booking?.Participants.Find(row => row.Id == seat.ParticipantId);
        if (booking is null || participant is null || RoomName.Of(booking) != seat.RoomName)
            return new EnterCallOutcome.RoomLeftBehind();
        var now = clock.GetCurrentInstant();
        if (CallDoor.Refusal(booking, participant, now) is not null || !await IsStillMemberAsync(participant, ct))
            return new EnterCallOutcome.RoomLeftBehind();

        if (!participant.IsInCall)
            db.AuditEntries.Add(AuditEntry.Of(booking, "call.joined", participant.AsActor(), now));
        participant.Join(now);
        participant.LastSeenAt = now;
        booking.Start(now);
        // somebody leaving this very moment must not take the call for empty
        db.RaiseVersion(booking);
        await db.SaveChangesAsync(ct);
        var isRecorded = await db.VideoRooms.AnyAsync(room => room.RoomName == seat.RoomName && room.RecordingSince != null, ct);
        return new EnterCallOutcome.Entered(booking.StartedAt!.Value, booking.OrganizationId, participant.AsActor(), participant.MayRecord(booking), isRecorded);
    }

    private async Task<bool> IsStillMemberAsync(Participant participant, CancellationToken ct) =>
        !participant.IsStaff
        || await db.Members.AnyAsync(member => member.OrganizationId == participant.OrganizationId && member.UserId == participant.UserId, ct);
}
