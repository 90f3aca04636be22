using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Operations;

/// <summary>Tells the others that this node is there, and whether it is about to leave. Done every <see cref="Node.Pulse"/>.</summary>
public sealed class AnnounceNode(PortalDbContext db, ThisNode node, IClock clock)
{
    private static readonly Duration Forgotten = Duration.FromDays(1);

    public async Task RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var known = await db.Nodes.Where(row => row.Id == node.Id).ExecuteUpdateAsync(
            row => row.SetProperty(own => own.SeenAt, now).SetProperty(own => own.DrainingSince, node.DrainingSince), ct);
        if (known > 0)
            return;
        db.Nodes.Add(new Node
        {
            Id = node.Id,
            Name = node.Name,
            Version = node.Version,
            StartedAt = node.StartedAt,
            SeenAt = now,
            DrainingSince = node.DrainingSince,
        });
        await db.SaveChangesAsync(ct);
        var forgotten = now - Forgotten;
        await db.Nodes.Where(row => row.SeenAt < forgotten).ExecuteDeleteAsync(ct);
    }
}
