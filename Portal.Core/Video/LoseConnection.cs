using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Video;

/// <summary>A connection broke without a goodbye. Whoever is back within <see cref="Patience"/> never left.</summary>
public sealed class LoseConnection(PortalDbContext db, IClock clock)
{
    public static readonly Duration Patience = Duration.FromSeconds(30);

    public async Task RunAsync(Guid participantId, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        await db.Participants
            .Where(participant => participant.Id == participantId && participant.JoinedAt != null && participant.LeftAt == null)
            .ExecuteUpdateAsync(row => row.SetProperty(participant => participant.DisconnectedAt, now), ct);
    }
}
