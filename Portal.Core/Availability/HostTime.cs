using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;

namespace Portal.Core.Availability;

/// <summary>Rows of taken time: what <see cref="TakeTime"/> adds, and how time is given back. Everything but the lock only inside it.</summary>
public sealed class HostTime(PortalDbContext db, AvailabilityCache cache)
{
    /// <summary>Until the lock is given back nobody else takes time of these hosts.</summary>
    public async Task<HostTimeLock> LockAsync(IReadOnlyCollection<Guid> hosts, CancellationToken ct) =>
        new(db, cache, await db.LockHostTimeAsync(hosts, ct), hosts);

    /// <summary>True while others have, or wait for, that lock.</summary>
    public bool MustWait(IReadOnlyCollection<Guid> hosts) => db.MustWaitForHostTime(hosts);

    /// <summary>Whoever comes next looks at the database again.</summary>
    public void Forget(IReadOnlyCollection<Guid> hosts) => cache.Forget(hosts);

    /// <summary>
    /// Removes holds that have lapsed, which the database would otherwise still refuse to overlap, and the holder's own
    /// where they meet this time.
    /// </summary>
    public async Task ClearHoldsAsync(AvailabilitySnapshot read, Interval time, Holder? holder, Instant now, CancellationToken ct)
    {
        var claims = read.Taken
            .Where(claim => claim.StartsAt < time.End && claim.EndsAt > time.Start)
            .Where(claim => claim.Seats.Any(seat => seat.IsLapsed(now) || (holder is not null && seat.Holder == holder)))
            .Select(claim => claim.ClaimId)
            .ToList();
        if (claims.Count > 0)
            await RemoveHoldsAsync(claims, holder, now, ct);
    }

    /// <summary>Gives back what the holder holds at one start.</summary>
    public async Task ReleaseHoldAsync(Holder holder, Instant start, Instant now, CancellationToken ct)
    {
        var claims = await db.ClaimSeats
            .Where(seat => seat.HolderKey == holder.Key && seat.Claim!.MeetingStartsAt == start)
            .Select(seat => seat.ClaimId)
            .ToListAsync(ct);
        await RemoveHoldsAsync(claims, holder, now, ct);
    }

    /// <summary>Gives back what lapsed holds still take of a host.</summary>
    /// <returns>False when there was nothing, as another node was faster.</returns>
    public async Task<bool> ClearLapsedAsync(Guid hostId, Instant now, CancellationToken ct)
    {
        var claims = await db.ClaimSeats
            .Where(seat => seat.Claim!.HostId == hostId && seat.HeldUntil <= now)
            .Select(seat => seat.ClaimId)
            .ToListAsync(ct);
        await RemoveHoldsAsync(claims, null, now, ct);
        return claims.Count > 0;
    }

    /// <summary>Gives a booking's seats back, and the time of every claim that is empty then.</summary>
    public async Task ReleaseAsync(Guid bookingId, CancellationToken ct)
    {
        var claims = await db.ClaimSeats.Where(seat => seat.BookingId == bookingId).Select(seat => seat.ClaimId).ToListAsync(ct);
        await db.ClaimSeats.Where(seat => seat.BookingId == bookingId).ExecuteDeleteAsync(ct);
        await RemoveEmptyAsync(claims, ct);
    }

    /// <summary>Adds a seat of one host's time, in the group that is held then or in a claim of its own; saved with the context.</summary>
    /// <returns>The claim the seat is in.</returns>
    public Guid Take(AvailabilitySnapshot read, Guid hostId, Instant start, Instant end, SeatOwner owner, Instant now)
    {
        var type = read.Type;
        var group = read.TakenOf(hostId).FirstOrDefault(claim =>
            claim.IsGroup && claim.MeetingTypeId == type.Id && claim.MeetingStartsAt == start && claim.MeetingEndsAt == end
            && claim.Seats.Any(seat => StaysTaken(seat, owner, now)));
        if (group is not null)
        {
            var taken = group.Seats.Where(seat => StaysTaken(seat, owner, now)).Select(seat => seat.Number).ToHashSet();
            db.ClaimSeats.Add(owner.Seat(group.ClaimId, Enumerable.Range(1, taken.Count + 1).First(number => !taken.Contains(number))));
            return group.ClaimId;
        }

        var time = type.ClaimOf(start, end);
        var claim = new TimeClaim
        {
            Id = Guid.CreateVersion7(),
            HostId = hostId,
            OrganizationId = type.OrganizationId,
            MeetingTypeId = type.Id,
            StartsAt = time.Start,
            EndsAt = time.End,
            MeetingStartsAt = start,
            MeetingEndsAt = end,
            Capacity = type.Capacity,
        };
        claim.Seats.Add(owner.Seat(claim.Id, 1));
        db.TimeClaims.Add(claim);
        return claim.Id;
    }

    // what ClearHoldsAsync or ReleaseAsync has removed since it was read
    private static bool StaysTaken(TakenSeat seat, SeatOwner owner, Instant now) => !seat.IsLapsed(now) && !owner.Replaces.Covers(seat);

    private async Task RemoveHoldsAsync(List<Guid> claims, Holder? holder, Instant now, CancellationToken ct)
    {
        var key = holder?.Key;
        await db.ClaimSeats
            .Where(seat => claims.Contains(seat.ClaimId) && (seat.HeldUntil <= now || (key != null && seat.HolderKey == key)))
            .ExecuteDeleteAsync(ct);
        await RemoveEmptyAsync(claims, ct);
    }

    private Task<int> RemoveEmptyAsync(List<Guid> claims, CancellationToken ct) =>
        db.TimeClaims.Where(claim => claims.Contains(claim.Id) && !claim.Seats.Any()).ExecuteDeleteAsync(ct);
}
