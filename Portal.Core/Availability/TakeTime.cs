using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>The one way to take a host's time: lock, look, take, save, commit. Whoever only gives it back needs <see cref="HostTime"/>.</summary>
public sealed class TakeTime(ReadAvailability read, HostTime hostTime, ChooseHosts chooseHosts)
{
    /// <summary>Until the lock is given back nobody else takes time of these hosts.</summary>
    public Task<HostTimeLock> LockAsync(IReadOnlyCollection<Guid> hosts, CancellationToken ct) => hostTime.LockAsync(hosts, ct);

    /// <summary>
    /// True where others are at these hosts' time just now and the time asked for is seen to be taken without the lock: many
    /// who want one time are told that they lost it without standing in line behind each other. False says nothing.
    /// </summary>
    /// <param name="own">What does not stand in the asker's way.</param>
    public async Task<bool> IsSeenTakenAsync(
        MeetingType type, IReadOnlyList<Guid> hosts, Instant start, Duration length, OwnTime own, Instant now, CancellationToken ct)
    {
        if (!hostTime.MustWait(hosts) || (await LookAsync(type, hosts, start, length, own, now, ct)).Slot is not null)
            return false;
        // another node may have taken it, and this one would still offer it
        hostTime.Forget(hosts);
        return true;
    }

    /// <summary>What the engine says of a time, from what the database has now. Only inside the lock can it be relied on.</summary>
    /// <param name="own">What does not stand in the asker's way.</param>
    public async Task<AskedTime> LookAsync(
        MeetingType type, IReadOnlyList<Guid> hosts, Instant start, Duration length, OwnTime own, Instant now, CancellationToken ct)
    {
        var snapshot = await read.RunAsync(type, hosts, type.Around(start), ct);
        var schedule = snapshot.ScheduleFor(hosts, length, own, now);
        return new AskedTime(snapshot, schedule, OpenSlots.At(schedule, start, now), now);
    }

    /// <summary>Who of those free holds it; remembered, so that the next one goes to another.</summary>
    public Task<IReadOnlyList<Guid>> ChooseAsync(AskedTime asked, Holder? holder, CancellationToken ct) =>
        chooseHosts.RunAsync(asked.Snapshot, asked.Slot!.Value, holder, asked.Now, ct);

    /// <summary>
    /// Takes it for the owner, and gives back what the owner had instead and what others held for too long; saved with the
    /// context.
    /// </summary>
    /// <param name="start">Also of a time that is not open, where staff insist.</param>
    /// <returns>The claim on the first host's time.</returns>
    public async Task<Guid> TakeAsync(
        AskedTime asked, IReadOnlyList<Guid> hosts, Instant start, Instant end, SeatOwner owner, CancellationToken ct)
    {
        var (snapshot, now) = (asked.Snapshot, asked.Now);
        if (owner.Replaces.BookingId is { } booking)
            await hostTime.ReleaseAsync(booking, ct);
        await hostTime.ClearHoldsAsync(snapshot, snapshot.Type.ClaimOf(start, end), owner.Replaces.Holder, now, ct);
        return hosts.Order()
            .Select(host => (Host: host, Claim: hostTime.Take(snapshot, host, start, end, owner, now)))
            .ToList()
            .Find(taken => taken.Host == hosts[0]).Claim;
    }
}
