using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>Hours of one day in ticks since its midnight; <c>To</c> may reach into the following day.</summary>
internal readonly record struct DayRange(long From, long To)
{
    public static DayRange Of(LocalTime from, LocalTime to) =>
        new(from.TickOfDay, to > from ? to.TickOfDay : to.TickOfDay + NodaConstants.TicksPerDay);
}
