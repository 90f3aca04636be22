using NodaTime;
using Portal.Core.Persistence;
using Portal.Core.Video.Rooms;

namespace Portal.Core.Video;

/// <summary>A fresh ticket for somebody who is in the meeting already, for their next connect (A19, X4). Changes nothing.</summary>
public sealed class RefreshJoinTicket(PortalDbContext db, MeetingRooms rooms, IClock clock)
{
    public async Task<JoinCallOutcome> RunAsync(JoinCallRequest request, CancellationToken ct)
    {
        var booking = await db.LoadMeetingAsync(request.BookingId, ct);
        if (booking is null)
            return new JoinCallOutcome.BookingNotFound();
        var participant = await db.FindCallerAsync(booking, request.Caller, ct);
        if (participant is null || !booking.Participants.Contains(participant))
            return new JoinCallOutcome.NotAParticipant();
        var now = clock.GetCurrentInstant();
        if (CallDoor.Refusal(booking, participant, now) is { } refusal)
            return refusal;

        return await db.GrantAsync(rooms, booking.SeatOf(participant), request.ProviderId, now, ct);
    }
}
