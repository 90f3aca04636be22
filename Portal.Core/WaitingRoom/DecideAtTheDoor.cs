using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>What admitting and declining share: find the one who waits, decide, and notice when somebody else was faster.</summary>
internal static class DecideAtTheDoor
{
    public static async Task<DoorOutcome> DecideAsync(
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
        try
        {
            await db.SaveChangesAsync(ct);
            return new DoorOutcome.Done(booking.Id, participant.Name);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            var current = await db.Participants.AsNoTracking().SingleAsync(row => row.Id == participantId, ct);
            // only somebody else in the same meeting changed: this one still waits, so decide again
            return current.Admission == Admission.Waiting
                ? await db.DecideAsync(organizationId, participantId, action, by, now, decide, ct)
                : await db.TellWhatHappenedAsync(current, ct);
        }
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
