using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Availability;

/// <summary>A visitor leaves the form: the time they held is free for others at once.</summary>
public sealed class ReleaseHold(PortalDbContext db, HostTime hostTime, IClock clock)
{
    /// <param name="start">The time that is given up; what else the browser holds stays.</param>
    public async Task RunAsync(Holder holder, Instant start, CancellationToken ct)
    {
        var hosts = await db.ClaimSeats
            .Where(seat => seat.HolderKey == holder.Key && seat.Claim!.MeetingStartsAt == start)
            .Select(seat => seat.Claim!.HostId)
            .Distinct()
            .ToListAsync(ct);
        if (hosts.Count == 0)
            return;
        await using var held = await hostTime.LockAsync(hosts, ct);
        await hostTime.ReleaseHoldAsync(holder, start, clock.GetCurrentInstant(), ct);
        await held.CommitAsync(ct);
    }
}
