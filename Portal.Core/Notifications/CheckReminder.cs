using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Notifications;

/// <summary>
/// Whether a reminder still makes sense, as the database stands at this moment. Asked inside the lease, right before the
/// mail leaves: a cancellation or a move committed by then is never followed by the reminder. One committed during the
/// moment in which the mail is handed over comes after it, and so does its own mail, which waits for the lease.
/// </summary>
public sealed class CheckReminder(PortalDbContext db, IClock clock)
{
    /// <returns>Why it must not be sent; null for one to be sent, and for every mail that is no reminder.</returns>
    public async Task<DropReason?> RunAsync(OutboxMessage row, CancellationToken ct)
    {
        if (row.MinutesBefore is not { } minutes)
            return null;
        var meeting = await db.Bookings.AsNoTracking()
            .Where(booking => booking.Id == row.BookingId)
            .Select(booking => new { booking.Status, booking.StartsAt, booking.Sequence, booking.Organization!.Reminders })
            .SingleAsync(ct);
        var now = clock.GetCurrentInstant();
        if (meeting.Status is not (BookingStatus.Confirmed or BookingStatus.Waiting or BookingStatus.InProgress))
            return DropReason.MeetingOff;
        if (meeting.Sequence != row.MeetingSequence)
            return DropReason.MeetingMoved;
        if (meeting.Status == BookingStatus.InProgress || now >= meeting.StartsAt)
            return DropReason.MeetingStarted;
        return now >= meeting.StartsAt - PlanReminders.NextOf(meeting.Reminders, Duration.FromMinutes(minutes)) ? DropReason.Overtaken : null;
    }
}
