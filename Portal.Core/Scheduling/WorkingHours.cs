using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>A host's hours as stretches of real time, exceptions and daylight saving taken into account.</summary>
public static class WorkingHours
{
    /// <summary>Every stretch that touches <paramref name="window"/>, not cut at its ends, in the order of time.</summary>
    public static IReadOnlyList<Interval> Of(DateTimeZone zone, WeeklyHours hours, DayExceptions exceptions, Interval window)
    {
        var host = new HostHours(Guid.Empty, zone, hours, []) { Exceptions = exceptions };
        var stretches = new OpenStretches(new OpenHours(host, Ticks.Floor(window.Start), Ticks.Ceiling(window.End)));
        var found = new List<Interval>();
        while (stretches.MoveNext())
            found.Add(new Interval(Instant.FromUnixTimeTicks(stretches.Current.From), Instant.FromUnixTimeTicks(stretches.Current.Until)));
        return found;
    }
}
