using NodaTime;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability.Editing;

/// <summary>The next two weeks of one host as visitors would find them, also with a week that is not saved yet.</summary>
public sealed class PreviewAvailability(PortalDbContext db, ReadAvailability read, IClock clock)
{
    public const int Days = 14;

    /// <returns>Null when the type is not one of the host's, or they have no hours.</returns>
    public async Task<AvailabilityPreview?> RunAsync(PreviewAvailabilityRequest request, CancellationToken ct)
    {
        if (await db.FindTypeOfHostAsync(read, request.Host, request.MeetingTypeId, ct) is not { } type)
            return null;
        var now = clock.GetCurrentInstant();
        var candidates = type.CandidatesBeside(request.Host.HostId);
        var snapshot = await read.RunAsync(type, candidates, new Interval(now - Duration.FromDays(1), now + Duration.FromDays(Days + 3)), ct, UnsavedWeek.Of(request.Host.HostId, request.Unsaved));
        var schedule = snapshot.ScheduleFor(candidates, type.Length, OwnTime.None, now);
        if (schedule.Hosts.FirstOrDefault(host => host.HostId == request.Host.HostId) is not { } host)
            return null;

        var today = now.InZone(host.Zone).Date;
        var until = host.Zone.AtStartOfDay(today.PlusDays(Days)).ToInstant();
        var slots = OpenSlots.Find(schedule, new Interval(now, until), now);
        return new AvailabilityPreview(type.Id, type.Increment, host.Zone, now, today, host.Hours, [.. slots.Select(slot => slot.Start)]);
    }
}
