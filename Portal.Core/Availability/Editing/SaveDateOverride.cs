using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability.Editing;

/// <summary>Gives one date other hours than its day of the week has, or closes it.</summary>
public sealed class SaveDateOverride(PortalDbContext db, HostTime hostTime, IClock clock)
{
    public Task<SaveDateOverrideOutcome> RunAsync(SaveDateOverrideRequest request, CancellationToken ct) => db.RepeatAsync(() => SaveAsync(request, ct), ct);

    private async Task<SaveDateOverrideOutcome> SaveAsync(SaveDateOverrideRequest request, CancellationToken ct)
    {
        await using var held = await hostTime.LockAsync([request.Host.HostId], ct);
        if (await db.HostSchedules.AsNoTracking().OfHost(request.Host).SingleOrDefaultAsync(ct) is not { } schedule)
            return new SaveDateOverrideOutcome.ScheduleNotFound();
        var now = clock.GetCurrentInstant();
        if (request.Date < now.InZone(schedule.Zone).Date)
            return new SaveDateOverrideOutcome.DateIsPast();

        var (organization, host) = request.Host;
        var day = await db.DateOverrides.SingleOrDefaultAsync(
            day => day.OrganizationId == organization && day.HostId == host && day.Date == request.Date, ct);
        if (TextOf(day?.Hours) != TextOf(request.Before))
            return new SaveDateOverrideOutcome.ChangedMeanwhile(day);

        if (day is null)
            db.DateOverrides.Add(day = new DateOverride { OrganizationId = organization, HostId = host, Date = request.Date, Hours = request.Hours });
        (day.Hours, day.Note) = (request.Hours, request.Note);
        db.AuditEntries.Add(AuditEntry.OfHost(
            request.Host, "hours.override_saved", request.By, now, $"{request.Date:uuuu-MM-dd} {DayExceptions.ToText(request.Hours)}".TrimEnd()));
        await db.SaveChangesAsync(ct);
        await held.CommitAsync();
        return new SaveDateOverrideOutcome.Saved(
            await BookedMeetings.CountOutsideAsync(db, request.Host, schedule.Zone, request.Date, request.Date, request.Hours, ct));
    }

    // an array compares by reference, its text by value; none differs from closed
    private static string? TextOf(System.Collections.Immutable.ImmutableArray<TimeRange>? hours) =>
        hours is { } some ? DayExceptions.ToText(some) : null;
}
