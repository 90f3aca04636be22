using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.Notifications;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>A host or an admin refuses a pending booking: its time is free again, and the visitor is told why.</summary>
public sealed class RejectBooking(PortalDbContext db, HostTime hostTime, IClock clock)
{
    public Task<DecideBookingOutcome> RunAsync(DecideBookingRequest request, CancellationToken ct) =>
        db.DecideAsync(hostTime, request, async booking =>
        {
            var now = clock.GetCurrentInstant();
            var reason = string.IsNullOrWhiteSpace(request.Reason) ? null : request.Reason.Trim();
            booking.Reject(reason);
            await hostTime.ReleaseAsync(booking.Id, ct);
            db.AuditEntries.Add(AuditEntry.Of(booking, "booking.rejected", request.By.AsActor(), now, reason));
            db.Outbox.AddRange(DecideBooking.ToVisitor(
                booking, new MeetingRejected(booking.StartsAt, booking.EndsAt, booking.Sequence, reason), now));
        }, ct);
}
