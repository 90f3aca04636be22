using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>When a host takes meetings of one organisation.</summary>
public sealed class HostSchedule
{
    public required Guid OrganizationId { get; init; }

    public required Guid HostId { get; init; }

    /// <summary>The zone the hours are meant in.</summary>
    public required DateTimeZone Zone { get; set; }

    public required WeeklyHours Hours { get; set; }

    /// <summary>A region whose public holidays are days off, as <c>Holidays.Regions</c> names it; null for none.</summary>
    public string? HolidayRegion { get; set; }

    /// <summary>The most meetings of this organisation in a day of <see cref="Zone"/>; null for any number.</summary>
    public int? MostPerDay { get; set; }

    /// <summary>The most meetings of this organisation from Monday to Sunday; null for any number.</summary>
    public int? MostPerWeek { get; set; }

    /// <summary>
    /// Raised with everything that changes what this host can be booked at, in any organisation: what was computed from an
    /// older one is stale.
    /// </summary>
    public long CalendarVersion { get; set; }

    /// <summary>Of two people who edit the schedule at once, the second is told.</summary>
    public int Version { get; private set; }
}
