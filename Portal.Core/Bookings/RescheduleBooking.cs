using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.Notifications;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Bookings;

/// <summary>Moves a meeting to another open time of its host. The old time is free the moment the new one is taken.</summary>
public sealed class RescheduleBooking(PortalDbContext db, HostTime hostTime, FindOpenSlots findOpenSlots, IClock clock)
{
    public async Task<RescheduleBookingOutcome> RunAsync(RescheduleBookingRequest request, CancellationToken ct)
    {
        var hostId = await db.Bookings
            .Where(booking => booking.Id == request.BookingId && booking.OrganizationId == request.OrganizationId)
            .Select(booking => (Guid?)booking.HostId)
            .SingleOrDefaultAsync(ct);
        if (hostId is null)
            return new RescheduleBookingOutcome.BookingNotFound();

        await using (var transaction = await db.LockHostTimeAsync([hostId.Value], ct))
        {
            var booking = await db.Bookings
                .Include(booking => booking.Participants)
                .Include(booking => booking.MeetingType!).ThenInclude(type => type.Organization)
                .SingleAsync(booking => booking.Id == request.BookingId, ct);
            var now = clock.GetCurrentInstant();
            if (!booking.CanMove || now >= booking.StartsAt)
                return new RescheduleBookingOutcome.NotMovable(booking.Status);

            await hostTime.ForgetLapsedHoldsAsync([booking.HostId], now, ct);
            try
            {
                if (await IsOpenAsync(booking, request.NewStart, now, ct) && await TryMoveAsync(booking, request, now, ct))
                {
                    await transaction.CommitAsync(ct);
                    return new RescheduleBookingOutcome.Moved();
                }
            }
            catch (DbUpdateConcurrencyException)
            {
                // the meeting was started, or somebody came to its door, between our read and our write: look again
                await transaction.RollbackAsync(ct);
                db.ChangeTracker.Clear();
                return await RunAsync(request, ct);
            }
        }

        db.ChangeTracker.Clear();
        var open = (await findOpenSlots.ForMoveAsync(request.BookingId, ct))!;
        return new RescheduleBookingOutcome.SlotTaken(open.Nearest(request.NewStart, BookSlot.NearestTimes), open);
    }

    private async Task<bool> IsOpenAsync(Booking booking, Instant start, Instant now, CancellationToken ct)
    {
        if (start == booking.StartsAt)
            return false;
        var type = booking.MeetingType!;
        var hosts = await hostTime.ReadAsync(booking.OrganizationId, [booking.HostId], type.Rules().ClaimFor(start), now, booking.Id, ct);
        return OpenSlots.At(type.ScheduleFor(hosts), start, now) is not null;
    }

    private async Task<bool> TryMoveAsync(Booking booking, RescheduleBookingRequest request, Instant now, CancellationToken ct)
    {
        var type = booking.MeetingType!;
        var previousStart = booking.StartsAt;
        booking.Move(request.NewStart, request.NewStart + type.Length, request.VisitorZone ?? booking.VisitorZone);
        var claim = type.Rules().ClaimFor(request.NewStart);
        var claimed = await db.TimeClaims.SingleAsync(row => row.BookingId == booking.Id, ct);
        claimed.StartsAt = claim.Start;
        claimed.EndsAt = claim.End;
        db.AuditEntries.Add(AuditEntry.Of(booking, "booking.moved", request.By, now));
        var message = new MeetingMoved(booking.StartsAt, booking.EndsAt, previousStart, booking.Sequence, request.By.Name);
        db.Outbox.AddRange(booking.Participants.Select(reader => OutboxMessage.For(reader, message, now)));
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException exception) when (db.IsHostTimeOverlap(exception))
        {
            return false;
        }
    }
}
