using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>What a sweep needs to know of one host.</summary>
/// <param name="HostId">Repeated in the slots this host can take.</param>
/// <param name="Zone">The zone the weekly hours are meant in.</param>
/// <param name="Hours">When the host takes meetings.</param>
/// <param name="Busy">Claimed time, buffers already included; in any order, overlaps allowed.</param>
public sealed record HostHours(Guid HostId, DateTimeZone Zone, WeeklyHours Hours, IReadOnlyList<Interval> Busy);
