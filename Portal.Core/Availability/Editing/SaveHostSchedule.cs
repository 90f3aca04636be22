using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Persistence;

namespace Portal.Core.Availability.Editing;

/// <summary>Changes a host's usual week, their zone and how much they take on.</summary>
public sealed class SaveHostSchedule(PortalDbContext db, HostTime hostTime, IClock clock)
{
    public Task<SaveHostScheduleOutcome> RunAsync(SaveHostScheduleRequest request, CancellationToken ct) => db.RepeatAsync(() => SaveAsync(request, ct), ct);

    private async Task<SaveHostScheduleOutcome> SaveAsync(SaveHostScheduleRequest request, CancellationToken ct)
    {
        await using var held = await hostTime.LockAsync([request.Host.HostId], ct);
        if (await db.HostSchedules.OfHost(request.Host).SingleOrDefaultAsync(ct) is not { } schedule)
            return new SaveHostScheduleOutcome.ScheduleNotFound();
        if (schedule.Version != request.Version)
            return new SaveHostScheduleOutcome.ChangedMeanwhile(schedule);

        request.Week.ApplyTo(schedule);
        if (!db.ChangeTracker.HasChanges())
            return new SaveHostScheduleOutcome.Saved();
        db.AuditEntries.Add(AuditEntry.OfHost(request.Host, "hours.changed", request.By, clock.GetCurrentInstant(), schedule.Hours.ToText()));
        await db.SaveChangesAsync(ct);
        await held.CommitAsync();
        return new SaveHostScheduleOutcome.Saved();
    }
}
