using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Availability;

/// <summary>A visitor leaves the form: the time they held is free for others at once.</summary>
public sealed class ReleaseHold(PortalDbContext db, HostTime hostTime, IClock clock)
{
    /// <param name="start">The time that is given up; what else the browser holds stays.</param>
    public Task RunAsync(Holder holder, Instant start, CancellationToken ct) => db.RepeatAsync(() => ReleaseAsync(holder, start, ct), ct);

    /// <returns>False when it holds nothing at that start.</returns>
    private async Task<bool> ReleaseAsync(Holder holder, Instant start, CancellationToken ct)
    {
        var hosts = await db.ClaimSeats
            .Where(seat => seat.HolderKey == holder.Key && seat.Claim!.MeetingStartsAt == start)
            .Select(seat => seat.Claim!.HostId)
            .Distinct()
            .ToListAsync(ct);
        if (hosts.Count == 0)
            return false;
        await using var held = await hostTime.LockAsync(hosts, ct);
        await hostTime.ReleaseHoldAsync(holder, start, clock.GetCurrentInstant(), ct);
        await held.CommitAsync();
        return true;
    }
}
