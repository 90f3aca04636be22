using NodaTime;
using Portal.Core.Persistence;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability.Editing;

/// <summary>The next two weeks of one host as visitors would find them, also with hours that are not saved yet.</summary>
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
        var snapshot = await read.RunAsync(type, candidates, new Interval(now - Duration.FromDays(1), now + Duration.FromDays(Days + 3)), ct);
        var schedule = snapshot.ScheduleFor(candidates, type.Length, OwnTime.None, now);
        if (schedule.Hosts.FirstOrDefault(host => host.HostId == request.Host.HostId) is not { } saved)
            return null;

        var shown = saved with { Zone = request.DraftZone ?? saved.Zone, Hours = request.DraftHours ?? saved.Hours };
        var today = now.InZone(shown.Zone).Date;
        var until = shown.Zone.AtStartOfDay(today.PlusDays(Days)).ToInstant();
        var slots = OpenSlots.Find(schedule with { Hosts = [.. schedule.Hosts.Select(host => host == saved ? shown : host)] }, new Interval(now, until), now);
        return new AvailabilityPreview(type.Id, type.Increment, shown.Zone, now, today, shown.Hours, [.. slots.Select(slot => slot.Start)]);
    }
}
