using NodaTime;
using Portal.Core.Scheduling;

namespace Portal.Core.Availability;

/// <summary>What a host says of every week: what <see cref="HostSchedule"/> keeps, also before it is saved.</summary>
/// <param name="HolidayRegion">Null for none.</param>
/// <param name="MostPerDay">Null for any number; else at least 1.</param>
/// <param name="MostPerWeek">Null for any number; else at least 1.</param>
public sealed record UsualWeek(DateTimeZone Zone, WeeklyHours Hours, string? HolidayRegion, int? MostPerDay, int? MostPerWeek)
{
    public static UsualWeek Of(HostSchedule schedule) =>
        new(schedule.Zone, schedule.Hours, schedule.HolidayRegion, schedule.MostPerDay, schedule.MostPerWeek);

    public void ApplyTo(HostSchedule schedule)
    {
        schedule.Zone = Zone;
        schedule.Hours = Hours;
        schedule.HolidayRegion = HolidayRegion;
        schedule.MostPerDay = MostPerDay;
        schedule.MostPerWeek = MostPerWeek;
    }
}

/// <summary>A week somebody thinks of giving a host.</summary>
public sealed record UnsavedWeek(Guid HostId, UsualWeek Week)
{
    /// <returns>Null for null.</returns>
    public static UnsavedWeek? Of(Guid hostId, UsualWeek? week) => week is null ? null : new UnsavedWeek(hostId, week);

    public void ApplyTo(HostSchedule schedule)
    {
        if (schedule.HostId == HostId)
            Week.ApplyTo(schedule);
    }
}
