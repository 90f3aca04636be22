using Microsoft.EntityFrameworkCore;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>What the decisions at the door share: find the one who waits, decide, and notice when somebody else was faster.</summary>
internal static class DecideAtTheDoor
{
    /// <exception cref="DatabaseBusyException">The database could not do it now.</exception>
    public static Task<DoorOutcome> DecideAsync(
        this PortalDbContext db, Guid organizationId, Guid participantId, DoorDecision decision, CancellationToken ct) =>
        // where somebody else was faster the next look tells; where only somebody else at the same door changed it decides again
        db.RepeatAsync(() => db.TryDecideAsync(organizationId, participantId, decision, ct), ct);

    private static async Task<DoorOutcome> TryDecideAsync(
        this PortalDbContext db, Guid organizationId, Guid participantId, DoorDecision decision, CancellationToken ct)
    {
        if (!await db.Participants.AnyAsync(row => row.Id == participantId && row.OrganizationId == organizationId && row.UserId == null, ct))
            return new DoorOutcome.ParticipantNotFound();

        var booking = await db.LoadMeetingOfAsync(participantId, ct);
        var participant = booking.Participants.Single(row => row.Id == participantId);
        if (participant.Admission != Admission.Waiting)
            return await db.TellWhatHappenedAsync(participant, ct);
        if (decision.Refuse(booking) is { } refusal)
            return refusal;

        decision.Decide(booking, participant);
        booking.ReflectWaiting();
        var detail = decision.Words is null ? participant.Name : $"{participant.Name}: {decision.Words}";
        db.AuditEntries.Add(AuditEntry.Of(booking, decision.Action, decision.By, decision.Now, detail));
        await db.SaveChangesAsync(ct);
        return new DoorOutcome.Done(booking.Id, participant.Name);
    }

    private static async Task<DoorOutcome> TellWhatHappenedAsync(this PortalDbContext db, Participant participant, CancellationToken ct)
    {
        var (decidedBy, decidedAt) = participant.Admission switch
        {
            Admission.Admitted => (participant.ApprovedBy, participant.ApprovedAt),
            Admission.Declined => (participant.RejectedBy, participant.RejectedAt),
            _ => (null, null),
        };
        var name = decidedBy is null
            ? null
            : await db.Users.Where(user => user.Id == decidedBy).Select(user => user.DisplayName).SingleOrDefaultAsync(ct);
        return new DoorOutcome.NoLongerWaiting(participant.Name, participant.Admission, name, decidedAt);
    }
}
