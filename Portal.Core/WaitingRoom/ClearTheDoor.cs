using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.WaitingRoom;

/// <summary>A sweep: visitors whose waiting page has been silent, or whose meeting is over, no longer wait (B9).</summary>
public sealed class ClearTheDoor(PortalDbContext db, IClock clock)
{
    /// <summary>
    /// Longer than a phone that sleeps between two looks, shorter than a host's patience with a ghost. Who comes back later has
    /// their place again for <see cref="Participant.PlaceKeptFor"/>.
    /// </summary>
    public static readonly Duration SilentFor = Duration.FromMinutes(3);

    /// <returns>How many were removed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var silentSince = now - SilentFor;
        var gone = await db.Participants
            .Where(participant => participant.Admission == Admission.Waiting)
            .Where(participant => participant.LastSeenAt < silentSince
                || (participant.Booking!.EndsAt <= now && participant.Booking.Status != BookingStatus.InProgress))
            .Select(participant => participant.Id)
            .ToListAsync(ct);

        var cleared = 0;
        foreach (var participantId in gone)
        {
            db.ChangeTracker.Clear();
            var booking = await db.LoadMeetingOfAsync(participantId, ct);
            var participant = booking.Participants.Single(row => row.Id == participantId);
            if (participant.Admission != Admission.Waiting || (participant.LastSeenAt >= silentSince && !JoinWindow.IsOver(booking, now)))
                continue;
            if (JoinWindow.IsOver(booking, now))
                participant.GiveUpWaiting();
            else
                participant.FallSilent(now);
            booking.ReflectWaiting();
            db.AuditEntries.Add(AuditEntry.Of(booking, "visitor.left_waiting_room", Actor.System, now, participant.Name));
            try
            {
                await db.SaveChangesAsync(ct);
                cleared++;
            }
            catch (DbUpdateConcurrencyException)
            {
                // somebody decided about them this very moment; the next sweep looks again
                continue;
            }
        }

        return cleared;
    }
}
