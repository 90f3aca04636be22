using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>Keeps a time from others while a visitor fills in the form (F4): a claim like any other, only that it lapses.</summary>
public sealed class HoldSlot(PortalDbContext db, ReadAvailability read, HostTime hostTime, IClock clock)
{
    /// <summary>How many times one browser may hold at once, over all its tabs; more would be hoarding.</summary>
    public const int MostHeld = 3;

    public async Task<HoldSlotOutcome> RunAsync(HoldSlotRequest request, CancellationToken ct)
    {
        var type = await read.FindTypeAsync(request.Organization, request.MeetingType, ct);
        if (type is null || !type.OpensWith(request.LinkKey))
            return new HoldSlotOutcome.MeetingTypeNotFound();

        var candidates = type.CandidateHosts().ToList();
        await using var held = await hostTime.LockAsync(candidates, ct);
        var now = clock.GetCurrentInstant();
        var length = type.LengthOr(request.Length);
        var snapshot = await read.RunAsync(type, candidates, type.Around(request.Start), ct);
        var schedule = snapshot.ScheduleFor(candidates, length, new OwnTime(Holder: request.Holder), now);
        if (OpenSlots.At(schedule, request.Start, now) is not { } slot)
            return new HoldSlotOutcome.SlotTaken();
        if (await CountOthersAsync(request, slot.Start, now, ct) >= MostHeld)
            return new HoldSlotOutcome.HoldsEnough();

        var until = now + type.Organization!.HoldLength;
        IReadOnlyList<Guid> hosts = type.Assignment == HostAssignment.Collective ? slot.Hosts : [HostOf(snapshot, slot, request.Holder)];
        await hostTime.ClearHoldsAsync(
            snapshot, candidates, type.ClaimOf(slot.Start, slot.End), request.Holder, now, ct);
        foreach (var host in hosts.Order())
            hostTime.Take(snapshot, host, slot.Start, slot.End, SeatOwner.Hold(request.Holder, until), now);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (db.IsHostTimeOverlap(exception))
        {
            return new HoldSlotOutcome.SlotTaken();
        }

        await held.CommitAsync(ct);
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
