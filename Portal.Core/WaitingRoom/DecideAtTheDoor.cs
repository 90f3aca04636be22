using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>What admitting and declining share: find the one who waits, decide, and notice when somebody else was faster.</summary>
internal static class DecideAtTheDoor
{
    /// <exception cref="DatabaseBusyException">The database could not do it now.</exception>
    public static Task<DoorOutcome> DecideAsync(
        this PortalDbContext db, Guid organizationId, Guid participantId, string action, Actor by, Instant now, Action<Participant> decide, CancellationToken ct) =>
        // where somebody else was faster the next look tells; where only somebody else at the same door changed it decides again
        db.RepeatAsync(() => db.TryDecideAsync(organizationId, participantId, action, by, now, decide, ct), ct);

    private static async Task<DoorOutcome> TryDecideAsync(
        this PortalDbContext db, Guid organizationId, Guid participantId, string action, Actor by, Instant now, Action<Participant> decide, CancellationToken ct)
    {
        if (!await db.Participants.AnyAsync(row => row.Id == participantId && row.OrganizationId == organizationId && row.Role == ParticipantRole.Visitor, ct))
            return new DoorOutcome.ParticipantNotFound();

        var booking = await db.LoadMeetingOfAsync(participantId, ct);
        var participant = booking.Participants.Single(row => row.Id == participantId);
        if (participant.Admission != Admission.Waiting)
            return await db.TellWhatHappenedAsync(participant, ct);

        decide(participant);
        booking.ReflectWaiting();
        db.AuditEntries.Add(AuditEntry.Of(booking, action, by, now, participant.Name));
        await db.SaveChangesAsync(ct);
        return new DoorOutcome.Done(booking.Id, participant.Name);
    }

    private static async Task<DoorOutcome> TellWhatHappenedAsync(this PortalDbContext db, Participant participant, CancellationToken ct)
    {
        var decidedBy = participant.Admission switch
        {
            Admission.Admitted => participant.ApprovedBy,
            Admission.Declined => participant.RejectedBy,
            _ => null,
        };
        var name = decidedBy is null
            ? null
            : await db.Users.Where(user => user.Id == decidedBy).Select(user => user.DisplayName).SingleOrDefaultAsync(ct);
        return new DoorOutcome.NoLongerWaiting(participant.Name, participant.Admission, name);
    }
}
