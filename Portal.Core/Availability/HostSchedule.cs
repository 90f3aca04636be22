using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>The weekly hours a host gives to one organisation.</summary>
public sealed class HostSchedule
{
    public required Guid OrganizationId { get; init; }

    public required Guid HostId { get; init; }

    /// <summary>The zone the hours are meant in.</summary>
    public required DateTimeZone Zone { get; set; }

    public required WeeklyHours Hours { get; set; }
}
