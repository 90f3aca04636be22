using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>Who of those free holds a meeting. Asked inside the lock, so that two bookings at once see each other's choice.</summary>
public sealed class ChooseHosts(PortalDbContext db)
{
    /// <returns>All for a collective meeting, the first of the type first; otherwise one.</returns>
    public async Task<IReadOnlyList<Guid>> RunAsync(AvailabilitySnapshot snapshot, OpenSlot slot, Holder? holder, Instant now, CancellationToken ct)
    {
        var type = snapshot.Type;
        if (type.Assignment == HostAssignment.Collective)
            return slot.Hosts;
        var chosen = slot.Hosts.Count == 1 ? slot.Hosts[0] : await ChooseAsync(snapshot, slot, holder, now, ct);
        if (type.Assignment == HostAssignment.RoundRobin)
            await db.Set<MeetingTypeHost>()
                .Where(host => host.MeetingTypeId == type.Id && host.HostId == chosen)
                .ExecuteUpdateAsync(row => row.SetProperty(host => host.LastGivenAt, now), ct);
        return [chosen];
    }

    private async Task<Guid> ChooseAsync(AvailabilitySnapshot snapshot, OpenSlot slot, Holder? holder, Instant now, CancellationToken ct)
    {
        // whose time the form has held all along
        if (holder is not null && slot.Hosts.Where(host => Holds(snapshot, host, slot, holder, now)).Take(1).ToList() is [var promised])
            return promised;

        var lastGiven = await db.Set<MeetingTypeHost>()
            .Where(host => host.MeetingTypeId == snapshot.Type.Id)
            .ToDictionaryAsync(host => host.HostId, host => host.LastGivenAt, ct);
        var weights = snapshot.Type.Hosts.ToDictionary(host => host.HostId, host => host.Weight);
        return slot.Hosts.MaxBy(host => Idle(lastGiven.GetValueOrDefault(host), now) * weights[host]);
    }

    private static bool Holds(AvailabilitySnapshot snapshot, Guid host, OpenSlot slot, Holder holder, Instant now) =>
        snapshot.TakenOf(host).Any(claim => claim.MeetingStartsAt == slot.Start
            && claim.Seats.Any(seat => seat.Holder == holder && !seat.IsLapsed(now)));

    // whoever was never given one goes first, the heavier weight before the lighter
    private static double Idle(Instant? since, Instant now) => since is { } last ? (now - last).TotalSeconds : 1e12;
}
