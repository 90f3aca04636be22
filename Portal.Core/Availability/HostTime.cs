using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>
/// The one way to take a host's time. Inside the transaction of <see cref="PortalDbContext.LockHostTimeAsync"/>:
/// read the busy times again, decide with the engine, add a claim, save.
/// </summary>
public sealed class HostTime(PortalDbContext db)
{
    /// <summary>
    /// The hours and busy times of some hosts, in the order asked for; a host without hours in this organisation is left out.
    /// </summary>
    /// <param name="span">Busy times that touch it are read.</param>
    /// <param name="ignoredBooking">A booking whose own claim does not count: the one being moved.</param>
    public async Task<IReadOnlyList<HostHours>> ReadAsync(
        Guid organizationId, IReadOnlyList<Guid> hosts, Interval span, Instant now, Guid? ignoredBooking, CancellationToken ct)
    {
        // one query for both: a claim for each row, a host without claims once with nulls
        var rows = await (
            from schedule in db.HostSchedules.AsNoTracking()
            where schedule.OrganizationId == organizationId && hosts.Contains(schedule.HostId)
            from claim in db.TimeClaims
                .Where(claim => claim.HostId == schedule.HostId && claim.EndsAt > span.Start && claim.StartsAt < span.End)
                .Where(claim => claim.HeldUntil == null || claim.HeldUntil > now)
                .Where(claim => ignoredBooking == null || claim.BookingId != ignoredBooking)
                .DefaultIfEmpty()
            select new
            {
                schedule.HostId,
                schedule.Zone,
                schedule.Hours,
                StartsAt = (Instant?)claim.StartsAt,
                EndsAt = (Instant?)claim.EndsAt,
                IsHeld = claim.HeldUntil != null,
            }).ToListAsync(ct);

        var byHost = rows.ToLookup(row => row.HostId);
        return
        [
            .. hosts.Where(byHost.Contains).Select(host => new HostHours(
                host,
                byHost[host].First().Zone,
                byHost[host].First().Hours,
                [
                    .. byHost[host].Where(row => row.StartsAt is not null).Select(row => new BusyTime(
                        row.StartsAt!.Value, row.EndsAt!.Value, row.IsHeld ? BusyKind.Held : BusyKind.Booked)),
                ])),
        ];
    }

    /// <summary>Removes holds that have lapsed, which the database would otherwise still refuse to overlap.</summary>
    public Task ForgetLapsedHoldsAsync(IReadOnlyList<Guid> hosts, Instant now, CancellationToken ct) =>
        db.TimeClaims.Where(claim => hosts.Contains(claim.HostId) && claim.HeldUntil <= now).ExecuteDeleteAsync(ct);

    public Task ReleaseAsync(Guid bookingId, CancellationToken ct) =>
        db.TimeClaims.Where(claim => claim.BookingId == bookingId).ExecuteDeleteAsync(ct);
}
