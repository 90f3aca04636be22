using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>Keeps a time from others while a visitor fills in the form (F4): a claim like any other, only that it lapses.</summary>
public sealed class HoldSlot(PortalDbContext db, ReadAvailability read, TakeTime takeTime, IClock clock)
{
    /// <summary>How many times one browser may hold at once, over all its tabs; more would be hoarding.</summary>
    public const int MostHeld = 3;

    public Task<HoldSlotOutcome> RunAsync(HoldSlotRequest request, CancellationToken ct) => db.RepeatAsync(() => HoldAsync(request, ct), ct);

    private async Task<HoldSlotOutcome> HoldAsync(HoldSlotRequest request, CancellationToken ct)
    {
        var type = await read.FindTypeAsync(request.Organization, request.MeetingType, ct);
        if (type is null || !type.OpensWith(request.LinkKey))
            return new HoldSlotOutcome.MeetingTypeNotFound();

        var candidates = type.CandidateHosts().ToList();
        var (length, own) = (type.LengthOr(request.Length), new OwnTime(Holder: request.Holder));
        if (await takeTime.IsSeenTakenAsync(type, candidates, request.Start, length, own, clock.GetCurrentInstant(), ct))
            return new HoldSlotOutcome.SlotTaken();
        await using var held = await takeTime.LockAsync(candidates, ct);
        var now = clock.GetCurrentInstant();
        var asked = await takeTime.LookAsync(type, candidates, request.Start, length, own, now, ct);
        if (asked.Slot is not { } slot)
            return new HoldSlotOutcome.SlotTaken();
        if (await CountOthersAsync(request, slot.Start, now, ct) >= MostHeld)
            return new HoldSlotOutcome.HoldsEnough();

        var until = now + type.Organization!.HoldLength;
        IReadOnlyList<Guid> hosts = type.Assignment == HostAssignment.Collective ? slot.Hosts : [HostOf(asked.Snapshot, slot, request.Holder)];
        await takeTime.TakeAsync(asked, hosts, slot.Start, slot.End, SeatOwner.Hold(request.Holder, until), ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (db.IsHostTimeOverlap(exception))
        {
            return new HoldSlotOutcome.SlotTaken();
        }

        await held.CommitAsync();
        return new HoldSlotOutcome.Held(until);
    }

    // renewed, it stays with the host it is held of already
    private static Guid HostOf(AvailabilitySnapshot snapshot, OpenSlot slot, Holder holder) =>
        slot.Hosts.Where(host => snapshot.TakenOf(host).Any(claim =>
                claim.MeetingStartsAt == slot.Start && claim.Seats.Any(seat => seat.Holder == holder)))
            .Append(slot.Hosts[0])
            .First();

    // a collective time is one, whatever the number of its hosts
    private Task<int> CountOthersAsync(HoldSlotRequest request, Instant start, Instant now, CancellationToken ct) =>
        db.ClaimSeats
            .Where(seat => seat.HolderKey == request.Holder.Key && seat.HeldUntil > now && seat.Claim!.MeetingStartsAt != start)
            .Select(seat => seat.Claim!.MeetingStartsAt)
            .Distinct()
            .CountAsync(ct);
}
