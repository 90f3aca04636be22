using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>Why a time is not offered, from the same run that decides it (N3).</summary>
public static class WhyNot
{
    /// <summary>What keeps a start from being offered, in the order of <see cref="ReasonKind"/>.</summary>
    /// <returns>Empty if and only if <see cref="OpenSlots.Find"/> offers it.</returns>
    public static IReadOnlyList<Reason> Explain(Schedule schedule, Instant start, Instant now) =>
        OpenSlots.At(schedule, start, now) is null ? [new Reason(ReasonKind.OutsideHours)] : [];

    /// <summary>The same for a time on a clock: one answer, or two for a time that comes twice.</summary>
    public static IReadOnlyList<Explanation> Explain(Schedule schedule, LocalDateTime wallTime, DateTimeZone zone, Instant now)
    {
        var starts = zone.MapLocal(wallTime);
        return starts.Count switch
        {
            0 => [new Explanation(null, [new Reason(ReasonKind.DoesNotExist) { Day = wallTime.Date }])],
            1 => [Of(starts.Single())],
            _ => [Of(starts.First()), Of(starts.Last())],
        };

        Explanation Of(ZonedDateTime moment) => new(moment.ToInstant(), Explain(schedule, moment.ToInstant(), now));
    }
}
