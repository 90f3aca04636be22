using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;

namespace Portal.Core.Availability;

/// <summary>
/// What a meeting type can be booked at until its horizon, at most a second old: no query while it is trusted, one small
/// query when it may have changed, all of them when it has.
/// </summary>
public sealed class CurrentAvailability(PortalDbContext db, ReadAvailability read, AvailabilityCache cache, IClock clock)
{
    // the horizon moves on with time: what was read reaches this much further
    private static readonly Duration LongestUse = Duration.FromMinutes(10);

    /// <returns>Null when there is no such type, or it is hidden.</returns>
    public async Task<AvailabilitySnapshot?> RunAsync(string organization, string meetingType, CancellationToken ct)
    {
        var asked = clock.GetCurrentInstant();
        if (cache.Find(organization, meetingType) is not { } known)
            return await ReadAsync(organization, meetingType, null, ct);
        if (known.IsTrustedAt(asked))
            return known.Snapshot;

        // one asks, and all who came before it did are answered by it: a slow database is not asked more often than a fast one
        await known.Turn.WaitAsync(ct);
        try
        {
            var current = cache.Find(organization, meetingType);
            // one that began before may lack what was booked in between
            return current is not null && current.CheckedAt >= asked
                ? current.Snapshot
                : await ReadAsync(organization, meetingType, current, ct);
        }
        finally
        {
            known.Turn.Release();
        }
    }

    private async Task<AvailabilitySnapshot?> ReadAsync(string organization, string meetingType, AvailabilityCache.Entry? known, CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        // before the data, so that a change between the two is noticed next time
        if (await FindStampAsync(organization, meetingType, ct) is not { } stamp)
            return null;
        if (known is not null && known.Stamp == stamp && now - known.ReadAt < LongestUse)
        {
            cache.Keep(organization, meetingType, known with { CheckedAt = now });
            return known.Snapshot;
        }

        if (await read.FindTypeAsync(organization, meetingType, ct) is not { } type)
            return null;
        var snapshot = await read.RunAsync(type, [.. type.CandidateHosts()], SpanOf(type, now), ct);
        var fresh = new AvailabilityCache.Entry(snapshot, stamp, now, now);
        cache.Keep(organization, meetingType, known is null ? fresh : fresh with { Turn = known.Turn });
        return snapshot;
    }

    // a day before covers any buffer, two more after every zone's idea of the last day
    internal static Interval SpanOf(MeetingType type, Instant now) =>
        new(now - Duration.FromDays(1), now + Duration.FromDays(type.HorizonDays + 3));

    private async Task<AvailabilityStamp?> FindStampAsync(string organization, string meetingType, CancellationToken ct)
    {
        var row = await (
            from type in db.MeetingTypes
            where type.Organization!.Slug == organization && type.Slug == meetingType && type.Visibility != MeetingTypeVisibility.Hidden
            select new
            {
                type.Id,
                type.Version,
                HostCount = type.Hosts.Count,
                Calendars = db.HostSchedules
                    .Where(schedule => schedule.OrganizationId == type.OrganizationId && type.Hosts.Any(host => host.HostId == schedule.HostId))
                    .Sum(schedule => schedule.CalendarVersion + 1),
            }).SingleOrDefaultAsync(ct);
        return row is null ? null : new AvailabilityStamp(row.Id, row.Version, row.HostCount, row.Calendars);
    }
}
