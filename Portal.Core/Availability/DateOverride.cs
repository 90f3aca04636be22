using System.Collections.Immutable;
using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>Other hours of a host on one date, or none.</summary>
public sealed class DateOverride
{
    public required Guid OrganizationId { get; init; }

    public required Guid HostId { get; init; }

    public required LocalDate Date { get; init; }

    /// <summary>In place of the weekly hours; empty for closed.</summary>
    public required ImmutableArray<TimeRange> Hours { get; set; }

    /// <summary>For the host's own eyes and their colleagues'.</summary>
    public string? Note { get; set; }
}
