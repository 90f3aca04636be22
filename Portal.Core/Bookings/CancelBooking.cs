using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.Notifications;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>Calls a meeting off and gives the host's time back. Everybody in it is told.</summary>
public sealed class CancelBooking(PortalDbContext db, HostTime hostTime, IClock clock)
{
    public async Task<CancelBookingOutcome> RunAsync(CancelBookingRequest request, CancellationToken ct)
    {
        var hostId = await db.Bookings
            .Where(booking => booking.Id == request.BookingId && booking.OrganizationId == request.OrganizationId)
            .Select(booking => (Guid?)booking.HostId)
            .SingleOrDefaultAsync(ct);
        if (hostId is null)
            return new CancelBookingOutcome.BookingNotFound();

        await using var transaction = await db.LockHostTimeAsync([hostId.Value], ct);
        var booking = await db.Bookings.Include(booking => booking.Participants).SingleAsync(booking => booking.Id == request.BookingId, ct);
        var now = clock.GetCurrentInstant();
        var visitorTooLate = request.By.Kind == ActorKind.Visitor && now >= booking.EndsAt;
        if (!booking.Status.CanBecome(BookingStatus.Cancelled) || visitorTooLate)
            return new CancelBookingOutcome.NotCancellable(booking.Status);

        var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
        booking.Cancel(reason);
        await hostTime.ReleaseAsync(booking.Id, ct);
        db.AuditEntries.Add(AuditEntry.Of(booking, "booking.cancelled", request.By, now));
        var message = new MeetingCancelled(booking.StartsAt, booking.EndsAt, booking.Sequence, request.By.Name, reason);
        db.Outbox.AddRange(booking.Participants.Select(reader => OutboxMessage.For(reader, message, now)));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // the meeting was started, or somebody at its door let in, between our read and our write: look again
            await transaction.RollbackAsync(ct);
            db.ChangeTracker.Clear();
            return await RunAsync(request, ct);
        }

        await transaction.CommitAsync(ct);
        return new CancelBookingOutcome.Cancelled();
    }
}
