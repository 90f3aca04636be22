using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Video.Direct;
using Portal.Core.Video.Rooms;

namespace Portal.Core.Video;

/// <summary>
/// A sweep for what nobody does by hand: connections that never came back, calls that were left open, meetings nobody came to.
/// Several nodes may run it at once; whatever another has done already is done.
/// </summary>
public sealed class CloseOverdueMeetings(PortalDbContext db, DirectRooms seats, CloseRoom closeRoom, IClock clock)
{
    /// <summary>How long after its end an empty call can still be come back to.</summary>
    public static readonly Duration EmptyGrace = Duration.FromMinutes(5);

    /// <summary>No node has seen them: the one that held their connection is gone.</summary>
    private static readonly Duration Unseen = Duration.FromMinutes(1);

    /// <returns>How many bookings were changed.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var presence = new Presence(seats.WatchingSince, await seats.EverybodyAsync(ct));
        await RememberAsync(presence, now, ct);

        var changed = 0;
        foreach (var bookingId in await FindOverdueAsync(now, ct))
        {
            db.ChangeTracker.Clear();
            try
            {
                if (await CloseAsync(bookingId, presence, now, ct))
                    changed++;
            }
            catch (DbUpdateConcurrencyException)
            {
                // somebody came or went this very moment; the next sweep looks again
                continue;
            }
        }

        return changed;
    }

    private async Task RememberAsync(Presence presence, Instant now, CancellationToken ct)
    {
        if (presence.ParticipantIds.Count == 0)
            return;
        await db.Participants
            .Where(participant => presence.ParticipantIds.Contains(participant.Id) && participant.LeftAt == null)
            .ExecuteUpdateAsync(row => row
                .SetProperty(participant => participant.LastSeenAt, now)
                .SetProperty(participant => participant.DisconnectedAt, (Instant?)null), ct);
    }

    private async Task<List<Guid>> FindOverdueAsync(Instant now, CancellationToken ct)
    {
        var (lostBefore, unseenSince, emptySince) = (now - LoseConnection.Patience, now - Unseen, now - EmptyGrace);
        return await db.Bookings
            .Where(booking =>
                (booking.Status == BookingStatus.InProgress && booking.EndsAt <= emptySince)
                || ((booking.Status == BookingStatus.Confirmed || booking.Status == BookingStatus.Waiting) && booking.EndsAt <= now)
                || (booking.Status == BookingStatus.InProgress && booking.Participants.Any(participant =>
                    participant.JoinedAt != null && participant.LeftAt == null
                    && (participant.DisconnectedAt <= lostBefore || participant.LastSeenAt <= unseenSince))))
            .Select(booking => booking.Id)
            .ToListAsync(ct);
    }

    private async Task<bool> CloseAsync(Guid bookingId, Presence presence, Instant now, CancellationToken ct)
    {
        var booking = (await db.LoadMeetingAsync(bookingId, ct))!;
        var roomName = RoomName.Of(booking);
        var version = booking.Version;
        foreach (var participant in booking.Participants.Where(participant => IsGone(booking, participant, presence, now)).ToList())
        {
            participant.Leave(SilentSince(booking, participant));
            db.AuditEntries.Add(AuditEntry.Of(booking, "call.left", Actor.System, now, $"{participant.Name}: connection lost"));
            db.SettleEmptyCall(booking, Actor.System, now);
        }

        if (!booking.HasSomebodyInCall() && IsPastItsEnd(booking, now))
            Finish(booking, now);
        await db.SaveChangesAsync(ct);
        if (booking.Status.IsFinal())
            await closeRoom.RunAsync(new CloseRoomRequest(roomName, CloseRoomRequest.Ended), ct);
        return booking.Version != version;
    }

    private static bool IsGone(Booking booking, Participant participant, Presence presence, Instant now) =>
        participant.IsInCall
        && !presence.ParticipantIds.Contains(participant.Id)
        && now - SilentSince(booking, participant) >= (participant.DisconnectedAt is null ? Unseen : LoseConnection.Patience)
        // after a restart people need a moment to find their way back
        && now - presence.WatchingSince >= Unseen;

    private static Instant SilentSince(Booking booking, Participant participant) =>
        participant.DisconnectedAt ?? participant.LastSeenAt ?? booking.EndsAt;

    private static bool IsPastItsEnd(Booking booking, Instant now) => booking.Status switch
    {
        BookingStatus.InProgress => now >= booking.EndsAt + EmptyGrace,
        BookingStatus.Confirmed or BookingStatus.Waiting => now >= booking.EndsAt,
        _ => false,
    };

    private void Finish(Booking booking, Instant now)
    {
        var missing = booking.FindMissing();
        booking.TurnEverybodyOut(now);
        if (booking.Status == BookingStatus.InProgress && booking.BothSidesCame())
        {
            booking.Complete(now);
            db.AuditEntries.Add(AuditEntry.Of(booking, "booking.completed", Actor.System, now));
        }
        else
        {
            booking.MarkNoShow(missing, now);
            db.AuditEntries.Add(AuditEntry.Of(booking, "booking.no_show", Actor.System, now, missing switch
            {
                MissingSide.Host => "the host did not come",
                MissingSide.Visitor => "the visitor did not come",
                _ => "nobody came",
            }));
        }
    }
}
