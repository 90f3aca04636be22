using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>Hours of one day in ticks since its midnight; <c>To</c> may reach into the following day.</summary>
internal readonly record struct DayRange(long From, long To)
{
    public static DayRange Of(WeeklyRange range)
    {
        var from = range.From.TickOfDay;
        var to = range.To.TickOfDay;
        return new DayRange(from, to > from ? to : to + NodaConstants.TicksPerDay);
    }
}
