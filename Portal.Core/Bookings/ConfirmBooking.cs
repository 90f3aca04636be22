using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Availability;
using Portal.Core.Notifications;
using Portal.Core.Persistence;

namespace Portal.Core.Bookings;

/// <summary>A host or an admin approves a pending booking: its time is claimed already, now everybody is invited.</summary>
public sealed class ConfirmBooking(PortalDbContext db, HostTime hostTime, IClock clock)
{
    public Task<DecideBookingOutcome> RunAsync(DecideBookingRequest request, CancellationToken ct) =>
        db.DecideAsync(hostTime, request, booking =>
        {
            var now = clock.GetCurrentInstant();
            booking.Confirm();
            db.AuditEntries.Add(AuditEntry.Of(booking, "booking.confirmed", request.By.AsActor(), now));
            db.Outbox.AddRange(DecideBooking.ToAll(booking, new MeetingInvitation(booking.StartsAt, booking.EndsAt, booking.Sequence), now));
            return Task.CompletedTask;
        }, ct);
}
