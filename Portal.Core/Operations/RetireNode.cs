using Microsoft.EntityFrameworkCore;
using Portal.Core.Persistence;

namespace Portal.Core.Operations;

/// <summary>This node ends: nobody has to wait until it counts as gone, and its seats in calls are free.</summary>
public sealed class RetireNode(PortalDbContext db, ThisNode node)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await db.CallSeats.Where(seat => seat.NodeId == node.Id).ExecuteDeleteAsync(ct);
        await db.Nodes.Where(row => row.Id == node.Id).ExecuteDeleteAsync(ct);
    }
}
