using NodaTime;
using Portal.Core.Persistence;

namespace Portal.Core.Notifications;

internal static class DueMessages
{
    /// <summary>
    /// Rows nobody has in hand, each the oldest one still to be sent to its reader about its booking. Nothing waits for a
    /// reminder but for one that is being sent: a cancellation is never overtaken by it.
    /// </summary>
    public static IQueryable<OutboxMessage> In(PortalDbContext db, Instant now) => db.Outbox.Where(row =>
        row.SentAt == null && row.FailedAt == null && row.DueAt <= now
        && (row.LeasedUntil == null || row.LeasedUntil <= now)
        && !db.Outbox.Any(earlier =>
            earlier.BookingId == row.BookingId && earlier.ParticipantId == row.ParticipantId && earlier.Id != row.Id
            && earlier.SentAt == null && earlier.FailedAt == null
            && (earlier.MinutesBefore == null ? earlier.CreatedAt < row.CreatedAt : earlier.LeasedUntil > now)));
}
