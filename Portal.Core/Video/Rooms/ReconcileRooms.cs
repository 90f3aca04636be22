using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Core.Video.Direct;

namespace Portal.Core.Video.Rooms;

/// <summary>
/// A sweep for what no callback told: it asks the providers who is in the rooms that are open, and tells them again of rooms that
/// were left behind and are not closed there yet. Several nodes may run it at once.
/// </summary>
public sealed class ReconcileRooms(PortalDbContext db, SettleRoom settle, CloseRoom closeRoom, IClock clock)
{
    /// <summary>A room older than this has outlived every call and every ticket.</summary>
    private static readonly Duration Longest = Duration.FromHours(25);

    private static readonly Duration EventsKept = Duration.FromDays(4);

    /// <returns>How many rooms were looked at.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var (since, old) = (now - Longest, now - EventsKept);
        var rooms = await db.VideoRooms.AsNoTracking()
            .Where(room => room.ProviderId != DirectVideoProvider.ProviderId && room.OpenedAt >= since && room.EndedAt == null)
            .ToListAsync(ct);
        foreach (var room in rooms)
        {
            if (room.ClosedAt is not null)
                await closeRoom.EndAtProviderAsync(room, now, ct);
            else if (!await settle.RunAsync(room.RoomName, ct))
                await KeepAsync(room, now, ct);
            db.ChangeTracker.Clear();
        }

        await db.VideoEvents.Where(heard => heard.HeardAt < old).ExecuteDeleteAsync(ct);
        return rooms.Count;
    }

    // a provider that does not answer must not look like everybody's silence
    private Task<int> KeepAsync(VideoRoom room, Instant now, CancellationToken ct) => db.Participants
        .Where(person => person.JoinedAt != null && person.LeftAt == null
            && (person.BookingId == room.BookingId || person.Booking!.GroupId == room.MeetingId))
        .ExecuteUpdateAsync(row => row.SetProperty(person => person.LastSeenAt, now), ct);
}
