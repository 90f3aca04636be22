using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Video.Rooms;

/// <summary>
/// Brings the participants of one room to what its provider says. Asking for the whole truth instead of believing single reports
/// is what makes their order, their number and their loss harmless.
/// </summary>
public sealed class SettleRoom(PortalDbContext db, VideoProviders providers, CloseRoom closeRoom, IClock clock)
{
    /// <returns>False when the provider did not answer, or has no account any more.</returns>
    public async Task<bool> RunAsync(string roomName, CancellationToken ct)
    {
        var room = await db.VideoRooms.AsNoTracking().SingleAsync(row => row.RoomName == roomName, ct);
        if (await providers.FindAsync(room.OrganizationId, room.ProviderId, ct) is not { } provider)
            return false;
        try
        {
            var people = await provider.ListParticipantsAsync(room.AtProvider, ct);
            if (room.ClosedAt is not null)
            {
                // a ticket that was kept has opened it again
                if (people.Count > 0)
                    await closeRoom.EndAtProviderAsync(room, clock.GetCurrentInstant(), ct);
                return true;
            }

            foreach (var intruder in await db.RepeatAsync(() => ApplyAsync(room, people, ct), ct))
                await provider.RemoveParticipantAsync(room.AtProvider, intruder, ct);
            return true;
        }
        catch (VideoProviderException)
        {
            return false;
        }
    }

    /// <returns>Who is there and may not be.</returns>
    private async Task<IReadOnlyList<Guid>> ApplyAsync(VideoRoom room, IReadOnlyList<PersonInRoom> people, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        List<Guid> intruders = [];
        var first = (await db.LoadMeetingAsync(room.BookingId, ct))!;
        foreach (var booking in await db.LoadGroupAsync(first, ct))
        {
            if (RoomName.Of(booking) != room.RoomName)
                continue;
            foreach (var participant in booking.Participants)
            {
                var there = people.FirstOrDefault(person => person.Identity == RoomSeat.IdentityOf(participant.Id));
                if (there is null)
                    Miss(participant, now);
                else if (CallDoor.Refusal(booking, participant, now) is not null)
                    intruders.Add(participant.Id);
                else
                    Greet(booking, participant, there, now);
            }
        }

        await db.SaveChangesAsync(ct);
        return intruders;
    }

    private void Greet(Booking booking, Participant participant, PersonInRoom there, Instant now)
    {
        if (!participant.IsInCall)
        {
            db.AuditEntries.Add(AuditEntry.Of(booking, "call.joined", participant.AsActor(), now));
            participant.Join(there.JoinedAt is { } joined && joined < now ? joined : now);
            booking.Start(now);
            db.RaiseVersion(booking);
        }

        participant.LastSeenAt = now;
        participant.DisconnectedAt = null;
    }

    // whoever is back soon never left; CloseOverdueMeetings sees to the others
    private static void Miss(Participant participant, Instant now)
    {
        if (participant.IsInCall)
            participant.DisconnectedAt ??= now;
    }
}
