using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Video.Rooms;

namespace Portal.Core.Video;

/// <summary>
/// A member ends the call for everybody (B14): the booking is completed, everybody is disconnected, no ticket opens the room again.
/// </summary>
public sealed class EndMeeting(PortalDbContext db, CloseRoom closeRoom, IClock clock)
{
    public async Task<EndMeetingOutcome> RunAsync(EndMeetingRequest request, CancellationToken ct)
    {
        var outcome = await db.RepeatAsync(() => EndAsync(request, ct), ct);
        if (outcome is EndMeetingOutcome.Ended ended)
            await closeRoom.RunAsync(new CloseRoomRequest(ended.RoomName, CloseRoomRequest.Ended), ct);
        return outcome;
    }

    private async Task<EndMeetingOutcome> EndAsync(EndMeetingRequest request, CancellationToken ct)
    {
        var booking = await db.LoadMeetingAsync(request.BookingId, ct);
        if (booking is null || booking.OrganizationId != request.OrganizationId)
            return new EndMeetingOutcome.BookingNotFound();
        if (booking.Status != BookingStatus.InProgress)
            return new EndMeetingOutcome.NotRunning(booking.Status);

        var now = clock.GetCurrentInstant();
        var roomName = RoomName.Of(booking);
        foreach (var one in await db.LoadGroupAsync(booking, ct))
        {
            if (one.Status != BookingStatus.InProgress)
            {
                // of the same group, and nobody came yet: whoever does finds a room of their own
                one.LeaveRoomBehind();
                continue;
            }

            one.TurnEverybodyOut(now);
            one.Complete(now);
            db.AuditEntries.Add(AuditEntry.Of(one, "booking.completed", request.By, now, "ended for everybody"));
        }

        await db.SaveChangesAsync(ct);
        return new EndMeetingOutcome.Ended(roomName);
    }
}
