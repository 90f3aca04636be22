using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Availability;

/// <summary>A sweep: times held by forms nobody sent are given back, and every page that shows them learns of it.</summary>
public sealed class ClearLapsedHolds(PortalDbContext db, HostTime hostTime, IClock clock)
{
    /// <returns>For how many hosts. Several nodes may run it at once; each hold goes once.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var hosts = await db.ClaimSeats.Where(seat => seat.HeldUntil <= now).Select(seat => seat.Claim!.HostId).Distinct().ToListAsync(ct);
        var cleared = 0;
        // one after the other: a booking of one host does not wait for the holds of another
        foreach (var host in hosts)
            if (await db.RepeatAsync(() => ClearAsync(host, now, ct), ct))
                cleared++;
        return cleared;
    }

    private async Task<bool> ClearAsync(Guid host, Instant now, CancellationToken ct)
    {
        await using var held = await hostTime.LockAsync([host], ct);
        if (!await hostTime.ClearLapsedAsync(host, now, ct))
            return false;
        await held.CommitAsync();
        return true;
    }
}
