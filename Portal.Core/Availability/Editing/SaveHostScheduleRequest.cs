using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability.Editing;

/// <param name="Version">Of the schedule the editor saw.</param>
/// <param name="MostPerDay">Null for any number; else at least 1.</param>
/// <param name="MostPerWeek">Null for any number; else at least 1.</param>
public sealed record SaveHostScheduleRequest(
    HostKey Host, int Version, DateTimeZone Zone, WeeklyHours Hours, string? HolidayRegion, int? MostPerDay, int? MostPerWeek, Actor By);
