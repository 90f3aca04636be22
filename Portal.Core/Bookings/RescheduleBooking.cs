using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.Notifications;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Bookings;

/// <summary>
/// Moves a meeting to another time of its hosts: visitors to an open one, within the policy of the type; staff to any time
/// the hosts are free. The old time is free the moment the new one is taken.
/// </summary>
public sealed class RescheduleBooking(
    PortalDbContext db, ReadAvailability read, TakeTime takeTime, FindOpenSlots findOpenSlots, IClock clock)
{
    // only these can be overridden: everything else is somebody else's time
    private static readonly HashSet<ReasonKind> Taken =
        [ReasonKind.NoHosts, ReasonKind.Busy, ReasonKind.Held, ReasonKind.Buffer, ReasonKind.Capacity];

    /// <exception cref="DatabaseBusyException">The database could not do it now.</exception>
    public Task<RescheduleBookingOutcome> RunAsync(RescheduleBookingRequest request, CancellationToken ct) =>
        db.RepeatAsync(() => RescheduleAsync(request, ct), ct);

    private async Task<RescheduleBookingOutcome> RescheduleAsync(RescheduleBookingRequest request, CancellationToken ct)
    {
        if (await db.FindHostsOfAsync(request.OrganizationId, request.BookingId, ct) is not { } hosts)
            return new RescheduleBookingOutcome.BookingNotFound();

        await using (var held = await takeTime.LockAsync(hosts, ct))
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
                        await held.CommitAsync();
                        return moved;
                    case RescheduleBookingOutcome.OutsideOffer outside:
                        return outside;
                }
            }
            catch (DbUpdateException exception) when (db.IsHostTimeOverlap(exception))
            {
                // somebody took the time by a way that does not lock; the database refused us, and we say so
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
        var asked = await takeTime.LookAsync(type, hosts, request.NewStart, length, new OwnTime(booking.Id), now, ct);
        var slot = asked.Slot;
        if (slot is null && request.By.Kind != ActorKind.Staff)
            return null;
        if (slot is null)
        {
            var reasons = WhyNot.Explain(asked.Schedule, request.NewStart, now);
            if (request.NewStart <= now || reasons.Any(reason => Taken.Contains(reason.Kind)))
                return null;
            if (!request.OutsideOffer)
                return new RescheduleBookingOutcome.OutsideOffer(reasons);
        }

        await MoveAsync(booking, hosts, asked, slot?.End ?? request.NewStart + length, request, ct);
        return new RescheduleBookingOutcome.Moved();
    }

    private async Task MoveAsync(
        Booking booking, IReadOnlyList<Guid> hosts, AskedTime asked, Instant end, RescheduleBookingRequest request, CancellationToken ct)
    {
        var (start, previousStart, now) = (request.NewStart, booking.StartsAt, asked.Now);
        var claim = await takeTime.TakeAsync(asked, hosts, start, end, SeatOwner.Booking(booking.Id, new OwnTime(booking.Id)), ct);
        if (asked.Snapshot.Type.Capacity > 1)
            booking.GroupId = claim;
        booking.Move(start, end, request.VisitorZone ?? booking.VisitorZone, request.By.Kind == ActorKind.Visitor);
        db.AuditEntries.Add(AuditEntry.Of(booking, "booking.moved", request.By, now, request.Reason?.Trim()));
        db.Outbox.AddRange(booking.Status == BookingStatus.Pending
            ? Messages(booking, new MeetingRequested(start, end, booking.Sequence), now)
            : Messages(booking, new MeetingMoved(start, end, previousStart, booking.Sequence, request.By.Name), now));
        await db.SaveChangesAsync(ct);
    }

    private static IEnumerable<OutboxMessage> Messages<TMessage>(Booking booking, TMessage message, Instant now)
        where TMessage : IMessage =>
        booking.Readers()
            .Where(reader => booking.Status != BookingStatus.Pending || reader.Role != ParticipantRole.Guest)
            .Select(reader => OutboxMessage.For(reader, message, now));
}
