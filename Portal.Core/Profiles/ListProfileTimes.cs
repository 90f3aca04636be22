using NodaTime;
using Portal.Core.Availability;

namespace Portal.Core.Profiles;

/// <summary>When a person can be booked, as the engine says for each of their meeting types.</summary>
public sealed class ListProfileTimes(FindOpenSlots findOpenSlots)
{
    /// <param name="date">Every time of this date in the profile's zone; null for the single sessions of all dates.</param>
    /// <returns>In the order of time.</returns>
    public async Task<IReadOnlyList<ProfileTime>> RunAsync(PublicProfile profile, LocalDate? date, CancellationToken ct)
    {
        var times = new List<ProfileTime>();
        foreach (var type in profile.Types)
        {
            if (await findOpenSlots.RunAsync(new FindOpenSlotsRequest(profile.OrganizationSlug, type.Slug), ct) is not { } open)
                continue;
            times.AddRange(
                from slot in open.Slots
                where slot.Hosts.Contains(profile.HostId)
                where date is { } day ? slot.Start.InZone(profile.Zone).Date == day : slot.SessionId is not null
                select new ProfileTime(type.Slug, type.Name, slot.Start, slot.End, slot.SessionId, open.PriceOf(slot)));
        }
        return [.. times.OrderBy(time => time.Start)];
    }
}
