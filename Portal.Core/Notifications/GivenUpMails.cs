using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Notifications;

internal static class GivenUpMails
{
    /// <summary>Of meetings that are not over: those it makes sense to send again.</summary>
    public static IQueryable<OutboxMessage> Of(PortalDbContext db, Guid organizationId, Instant now) => db.Outbox.Where(row =>
        row.OrganizationId == organizationId && row.FailedAt != null && row.DropReason == null
        && db.Bookings.Any(meeting => meeting.Id == row.BookingId && meeting.EndsAt > now));
}
