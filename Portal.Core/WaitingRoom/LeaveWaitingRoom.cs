using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>A visitor gives up waiting. When they were let in at that moment, they stay let in.</summary>
public sealed class LeaveWaitingRoom(PortalDbContext db, IClock clock)
{
    /// <param name="participantId">From the visitor's link.</param>
    /// <returns>Where the visitor stands now.</returns>
    public Task<Admission> RunAsync(Guid participantId, CancellationToken ct) => db.RepeatAsync(() => LeaveAsync(participantId, ct), ct);

    private async Task<Admission> LeaveAsync(Guid participantId, CancellationToken ct)
    {
        var booking = await db.LoadMeetingOfAsync(participantId, ct);
        var participant = booking.Participants.Single(row => row.Id == participantId);
        if (participant.Admission != Admission.Waiting)
            return participant.Admission;
        participant.GiveUpWaiting();
        booking.ReflectWaiting();
        db.AuditEntries.Add(AuditEntry.Of(booking, "visitor.left_waiting_room", Actor.Visitor(participant), clock.GetCurrentInstant()));
        await db.SaveChangesAsync(ct);
        return participant.Admission;
    }
}
