using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Video.Rooms;

namespace Portal.Core.Video;

/// <summary>Somebody says goodbye. The last one to leave after the start completes the meeting (X9).</summary>
public sealed class LeaveCall(PortalDbContext db, CloseRoom closeRoom, IClock clock)
{
    /// <param name="seat">From the caller's own ticket.</param>
    /// <returns>The booking's status now.</returns>
    public async Task<BookingStatus> RunAsync(RoomSeat seat, CancellationToken ct)
    {
        var status = await db.RepeatAsync(() => LeaveAsync(seat, ct), ct);
        if (status.IsFinal())
            await closeRoom.RunAsync(new CloseRoomRequest(seat.RoomName, CloseRoomRequest.Ended), ct);
        return status;
    }

    private async Task<BookingStatus> LeaveAsync(RoomSeat seat, CancellationToken ct)
    {
        var booking = (await db.LoadMeetingAsync(seat.BookingId, ct))!;
        var participant = booking.Participants.Single(row => row.Id == seat.ParticipantId);
        if (!participant.IsInCall)
            return booking.Status;
        var now = clock.GetCurrentInstant();
        participant.Leave(now);
        db.AuditEntries.Add(AuditEntry.Of(booking, "call.left", participant.AsActor(), now));
        db.SettleEmptyCall(booking, participant.AsActor(), now);
        await db.SaveChangesAsync(ct);
        return booking.Status;
    }
}
