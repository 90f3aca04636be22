using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>Between which moments the starts of one schedule may lie for hosts of one zone, in ticks.</summary>
/// <param name="Notice">Where the notice ends: the first moment that is not too soon.</param>
/// <param name="FirstDay">Where the first day of the type begins.</param>
/// <param name="Horizon">Where the day after the last begins: the first moment that is too late.</param>
internal readonly record struct StartBounds(long Notice, long FirstDay, long Horizon)
{
    public long From => Math.Max(Notice, FirstDay);

    public static StartBounds Of(Schedule schedule, DateTimeZone hostZone, Instant now)
    {
        var rules = schedule.Rules;
        var today = now.InZone(hostZone).Date;
        var horizon = Ticks.EndOfDay(today.PlusDays(rules.HorizonDays), hostZone);
        if (rules.LastDay is { } lastDay)
            horizon = Math.Min(horizon, Ticks.EndOfDay(lastDay, schedule.Zone));
        var firstDay = rules.FirstDay is { } day ? Ticks.StartOfDay(day, schedule.Zone) : Ticks.Earliest;
        return new StartBounds(Ticks.Ceiling(now + rules.MinimumNotice), firstDay, horizon);
    }

    public TickSpan Within(TickSpan window) => new(Math.Max(From, window.From), Math.Min(Horizon, window.Until));
}
