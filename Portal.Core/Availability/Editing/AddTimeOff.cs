using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Auditing;
using Portal.Core.Persistence;

namespace Portal.Core.Availability.Editing;

/// <summary>Days on which a host takes no meetings.</summary>
public sealed class AddTimeOff(PortalDbContext db, HostTime hostTime, IClock clock)
{
    /// <summary>Longer than anybody is away at once; the sweep would visit every day of it.</summary>
    public const int MostDays = 366;

    public Task<AddTimeOffOutcome> RunAsync(AddTimeOffRequest request, CancellationToken ct) => db.RepeatAsync(() => AddAsync(request, ct), ct);

    private async Task<AddTimeOffOutcome> AddAsync(AddTimeOffRequest request, CancellationToken ct)
    {
        if (request.LastDay < request.FirstDay)
            return new AddTimeOffOutcome.EndsBeforeItBegins();
        if (Period.DaysBetween(request.FirstDay, request.LastDay) >= MostDays)
            return new AddTimeOffOutcome.TooLong();

        await using var held = await hostTime.LockAsync([request.Host.HostId], ct);
        if (await db.HostSchedules.AsNoTracking().OfHost(request.Host).SingleOrDefaultAsync(ct) is not { } schedule)
            return new AddTimeOffOutcome.ScheduleNotFound();
        var now = clock.GetCurrentInstant();
        if (request.LastDay < now.InZone(schedule.Zone).Date)
            return new AddTimeOffOutcome.IsPast();

        db.TimesOff.Add(new TimeOff
        {
            Id = Guid.CreateVersion7(),
            OrganizationId = request.Host.OrganizationId,
            HostId = request.Host.HostId,
            FirstDay = request.FirstDay,
            LastDay = request.LastDay,
            Note = request.Note,
        });
        db.AuditEntries.Add(AuditEntry.OfHost(
            request.Host, "hours.time_off_added", request.By, now, $"{request.FirstDay:uuuu-MM-dd} – {request.LastDay:uuuu-MM-dd}"));
        await db.SaveChangesAsync(ct);
        await held.CommitAsync();
        return new AddTimeOffOutcome.Added(
            await BookedMeetings.CountOutsideAsync(db, request.Host, schedule.Zone, request.FirstDay, request.LastDay, [], ct));
    }
}
