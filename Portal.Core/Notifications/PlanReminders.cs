using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Notifications;

/// <summary>
/// Writes the reminders of the next minutes to the outbox (F1). Any number of nodes may run it at once: the database
/// refuses a second row for the same reader, sequence and moment. What changes afterwards, <see cref="DeliverOutbox"/> sees.
/// </summary>
public sealed class PlanReminders(PortalDbContext db, IClock clock)
{
    /// <summary>Longer than the time between two runs, so that a reminder is in the outbox when it is due.</summary>
    public static readonly Duration Ahead = Duration.FromMinutes(5);

    private const int AtOnce = 200;

    /// <returns>How many reminders this run planned.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        var organizations = await db.Organizations.AsNoTracking()
            .Select(organization => new { organization.Id, organization.Reminders })
            .ToListAsync(ct);
        var planned = 0;
        foreach (var alike in organizations.GroupBy(organization => string.Join(' ', organization.Reminders)))
        {
            var ids = alike.Select(organization => organization.Id).ToList();
            var moments = alike.First().Reminders;
            foreach (var before in moments)
                planned += await PlanAsync(ids, before, NextOf(moments, before), now, ct);
        }

        return planned;
    }

    /// <returns>How long before the start the reminder after this one is due; zero after the last.</returns>
    internal static Duration NextOf(IReadOnlyList<Duration> moments, Duration before) =>
        moments.Where(other => other < before).DefaultIfEmpty(Duration.Zero).Max();

    private async Task<int> PlanAsync(List<Guid> organizations, Duration before, Duration next, Instant now, CancellationToken ct)
    {
        var readers = await Unplanned(organizations, (int)before.TotalMinutes, now + next, now + before + Ahead).ToListAsync(ct);
        var planned = 0;
        foreach (var some in readers.Where(reader => reader.WantsReminder(before)).Chunk(AtOnce))
            planned += await SaveAsync(some, before, now, ct);
        return planned;
    }

    /// <summary>Readers of confirmed meetings that begin between the two instants, without a reminder of that moment.</summary>
    private IQueryable<PlannedReminder> Unplanned(List<Guid> organizations, int minutes, Instant after, Instant until) =>
        from reader in db.Participants.AsNoTracking()
        let meeting = reader.Booking!
        where organizations.Contains(reader.OrganizationId) && reader.HandedOverAt == null
            && meeting.Status == BookingStatus.Confirmed && meeting.StartsAt > after && meeting.StartsAt <= until
            // the host of a group is reminded once, not once for each seat
            && (reader.UserId == null || meeting.GroupId == null || !db.Bookings.Any(other =>
                other.GroupId == meeting.GroupId && other.Status == BookingStatus.Confirmed && other.CreatedAt < meeting.CreatedAt))
            && !db.Outbox.Any(row => row.BookingId == reader.BookingId && row.ParticipantId == reader.Id
                && row.Kind == MeetingReminder.Kind && row.MeetingSequence == meeting.Sequence && row.MinutesBefore == minutes)
        orderby meeting.StartsAt, reader.Id
        select new PlannedReminder(
            reader.OrganizationId, reader.BookingId, reader.Id, meeting.StartsAt, meeting.EndsAt, meeting.Sequence, meeting.CreatedAt,
            db.Outbox.Where(row => row.BookingId == reader.BookingId && row.ParticipantId == reader.Id && row.Kind != MeetingReminder.Kind)
                .Max(row => (Instant?)row.CreatedAt));

    private async Task<int> SaveAsync(PlannedReminder[] readers, Duration before, Instant now, CancellationToken ct)
    {
        try
        {
            db.Outbox.AddRange(readers.Select(reader => OutboxMessage.Reminder(reader, before, now)));
            return await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (db.IsReminderPlanned(exception))
        {
            // another node plans the same; what it leaves is for the next run, minutes before anything is due
            return 0;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
