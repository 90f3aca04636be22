using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Core.Notifications;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Bookings;

/// <summary>
/// Moves a meeting to another time of its hosts: visitors to an open one, within the policy of the type; staff to any time
/// the hosts are free. The old time is free the moment the new one is taken.
/// </summary>
public sealed class RescheduleBooking(
    PortalDbContext db, ReadAvailability read, HostTime hostTime, FindOpenSlots findOpenSlots, IClock clock)
{
    // only these can be overridden: everything else is somebody else's time
    private static readonly HashSet<ReasonKind> Taken =
        [ReasonKind.NoHosts, ReasonKind.Busy, ReasonKind.Held, ReasonKind.Buffer, ReasonKind.Capacity];

    public async Task<RescheduleBookingOutcome> RunAsync(RescheduleBookingRequest request, CancellationToken ct)
    {
        if (await db.FindHostsOfAsync(request.OrganizationId, request.BookingId, ct) is not { } hosts)
            return new RescheduleBookingOutcome.BookingNotFound();

        await using (var held = await hostTime.LockAsync(hosts, ct))
        {
            var booking = await db.LoadForChangeAsync(request.BookingId, ct);
            var now = clock.GetCurrentInstant();
            if (Refusal(booking, request, now) is { } refusal)
                return refusal;
            try
            {
                switch (await TryMoveAsync(booking, hosts, request, now, ct))
                {
                    case RescheduleBookingOutcome.Moved moved:
                        await held.CommitAsync(ct);
                        return moved;
                    case RescheduleBookingOutcome.OutsideOffer outside:
                        return outside;
                }
            }
            catch (DbUpdateConcurrencyException)
            {
                // the meeting was started, or somebody came to its door, between our read and our write: look again
                await held.RollbackAsync(ct);
                db.ChangeTracker.Clear();
                return await RunAsync(request, ct);
            }
            catch (DbUpdateException exception) when (db.IsHostTimeOverlap(exception))
            {
                // somebody took the time by a way that does not lock; the database refused us, and we say so
                await held.RollbackAsync(ct);
            }
        }

        db.ChangeTracker.Clear();
        var open = (await findOpenSlots.ForMoveAsync(request.BookingId, ct))!;
        return new RescheduleBookingOutcome.SlotTaken(open.Nearest(request.NewStart, BookSlot.NearestTimes), open);
    }

    private static RescheduleBookingOutcome? Refusal(Booking booking, RescheduleBookingRequest request, Instant now)
    {
        if (!booking.CanMove || now >= booking.StartsAt)
            return new RescheduleBookingOutcome.NotMovable(booking.Status);
        if (request.By.Kind != ActorKind.Visitor)
            return null;
        var policy = booking.MeetingType!.Policy;
        var until = BookingPolicy.MoveBefore(booking, policy);
        if (now >= until)
            return new RescheduleBookingOutcome.TooLateToMove(until);
        if (BookingPolicy.MovesLeft(booking, policy) == 0)
            return new RescheduleBookingOutcome.NoMovesLeft(policy.MostMoves!.Value);
        return policy.ReasonRequired && string.IsNullOrWhiteSpace(request.Reason) ? new RescheduleBookingOutcome.ReasonMissing() : null;
    }

    /// <returns>Null when the time is taken.</returns>
    private async Task<RescheduleBookingOutcome?> TryMoveAsync(
        Booking booking, IReadOnlyList<Guid> hosts, RescheduleBookingRequest request, Instant now, CancellationToken ct)
    {
        var length = request.NewLength ?? booking.EndsAt - booking.StartsAt;
        if (request.NewStart == booking.StartsAt && length == booking.EndsAt - booking.StartsAt)
            return null;
        var type = await read.GetTypeAsync(booking.MeetingTypeId, ct);
        var own = new OwnTime(booking.Id);
        var snapshot = await read.RunAsync(type, hosts, type.Around(request.NewStart), ct);
        var schedule = snapshot.ScheduleFor(hosts, length, own, now);
        var slot = OpenSlots.At(schedule, request.NewStart, now);
        if (slot is null && request.By.Kind != ActorKind.Staff)
            return null;
        if (slot is null)
        {
            var reasons = WhyNot.Explain(schedule, request.NewStart, now);
            if (request.NewStart <= now || reasons.Any(reason => Taken.Contains(reason.Kind)))
                return null;
            if (!request.OutsideOffer)
                return new RescheduleBookingOutcome.OutsideOffer(reasons);
        }

        await MoveAsync(booking, hosts, snapshot, request.NewStart, slot?.End ?? request.NewStart + length, request, now, ct);
        return new RescheduleBookingOutcome.Moved();
    }

    private async Task MoveAsync(
        Booking booking, IReadOnlyList<Guid> hosts, AvailabilitySnapshot snapshot, Instant start, Instant end,
        RescheduleBookingRequest request, Instant now, CancellationToken ct)
    {
        var type = snapshot.Type;
        var previousStart = booking.StartsAt;
        await hostTime.ReleaseAsync(booking.Id, ct);
        await hostTime.ClearHoldsAsync(snapshot, hosts, type.ClaimOf(start, end), null, now, ct);
        var owner = SeatOwner.Booking(booking.Id, new OwnTime(booking.Id));
        foreach (var host in hosts.Order())
        {
            var claim = hostTime.Take(snapshot, host, start, end, owner, now);
            if (type.Capacity > 1 && host == booking.HostId)
                booking.GroupId = claim;
        }

        booking.Move(start, end, request.VisitorZone ?? booking.VisitorZone, request.By.Kind == ActorKind.Visitor);
        db.AuditEntries.Add(AuditEntry.Of(booking, "booking.moved", request.By, now, request.Reason?.Trim()));
        db.Outbox.AddRange(booking.Status == BookingStatus.Pending
            ? Messages(booking, new MeetingRequested(start, end, booking.Sequence), now)
            : Messages(booking, new MeetingMoved(start, end, previousStart, booking.Sequence, request.By.Name), now));
        await db.SaveChangesAsync(ct);
    }

    private static IEnumerable<OutboxMessage> Messages<TMessage>(Booking booking, TMessage message, Instant now)
        where TMessage : IMessage =>
        booking.Participants
            .Where(reader => booking.Status != BookingStatus.Pending || reader.Role != ParticipantRole.Guest)
            .Select(reader => OutboxMessage.For(reader, message, now));
}
