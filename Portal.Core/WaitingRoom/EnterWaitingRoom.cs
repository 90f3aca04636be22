using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>A visitor comes to the door, or asks again after being declined (B2, B10, X10).</summary>
public sealed class EnterWaitingRoom(PortalDbContext db, IClock clock)
{
    /// <param name="participantId">From the visitor's link.</param>
    public Task<EnterWaitingRoomOutcome> RunAsync(Guid participantId, CancellationToken ct) =>
        // a second tab, or the host, may be faster; what they made of it is the answer
        db.RepeatAsync(() => EnterAsync(participantId, ct), ct);

    private async Task<EnterWaitingRoomOutcome> EnterAsync(Guid participantId, CancellationToken ct)
    {
        var booking = await db.LoadMeetingOfAsync(participantId, ct);
        var participant = booking.Participants.Single(participant => participant.Id == participantId);
        var now = clock.GetCurrentInstant();
        if (JoinWindow.IsOver(booking, now))
            return new EnterWaitingRoomOutcome.MeetingOver(booking.Status);
        if (!JoinWindow.IsOpenForVisitors(booking, now))
            return new EnterWaitingRoomOutcome.TooEarly(JoinWindow.OpensAt(booking));
        if (participant.Admission == Admission.Admitted)
            return new EnterWaitingRoomOutcome.Admitted();
        if (participant.Admission == Admission.Waiting)
            return new EnterWaitingRoomOutcome.Waiting();
        if (participant.Admission == Admission.Declined && now < participant.RetryAt)
            return new EnterWaitingRoomOutcome.TooSoon(participant.RetryAt.Value);

        if (!participant.PassesTheDoor(booking.Organization!.WaitingRoomEnabled))
        {
            var action = participant.HasKeptPlace(now) ? "visitor.back_at_the_door" : "visitor.waiting";
            participant.Enter(now);
            db.AuditEntries.Add(AuditEntry.Of(booking, action, Actor.Visitor(participant), now));
        }
        else
        {
            participant.Admit(null, now);
        }

        booking.ReflectWaiting();
        await db.SaveChangesAsync(ct);
        return participant.Admission == Admission.Admitted ? new EnterWaitingRoomOutcome.Admitted() : new EnterWaitingRoomOutcome.Waiting();
    }
}
