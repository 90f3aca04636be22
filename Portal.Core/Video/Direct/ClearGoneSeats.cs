using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Video.Direct;

/// <summary>
/// A sweep for nodes that died with people in a call: the others are told that these dropped out, as if their connections had
/// broken. Whoever comes back on another node within <see cref="LoseConnection.Patience"/> never left.
/// </summary>
public sealed class ClearGoneSeats(PortalDbContext db, DirectRooms rooms, ICallPages pages, LoseConnection loseConnection, IClock clock)
{
    /// <summary>Said to a connection nobody has any more.</summary>
    private static readonly Duration Unheard = Duration.FromMinutes(1);

    /// <returns>How many seats were cleared.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var cleared = await rooms.ClearGoneAsync(ct);
        foreach (var seat in cleared)
        {
            var others = await rooms.InAsync(seat.RoomName, ct);
            await pages.MissAsync([.. others.Select(other => other.ConnectionId)], seat.ParticipantId, ct);
            await loseConnection.RunAsync(seat.ParticipantId, ct);
        }

        var old = clock.GetCurrentInstant() - Unheard;
        await db.CallMessages.Where(message => message.SaidAt < old).ExecuteDeleteAsync(ct);
        return cleared.Count;
    }
}
