using NodaTime;

namespace Portal.Core.Scheduling;

/// <summary>A day or week that has as many meetings as it may have.</summary>
/// <param name="Starts">The starts that lie in it.</param>
/// <param name="Period">Which of the two it is.</param>
/// <param name="Limit">How many it may have.</param>
internal readonly record struct FullPeriod(TickSpan Starts, LimitPeriod Period, int Limit)
{
    private static readonly TickSpan Always = new(Ticks.Earliest, Ticks.Latest);

    /// <param name="limit">How many a day and a week may have.</param>
    /// <param name="meetings">The starts that count.</param>
    /// <param name="zone">Says which day a start belongs to.</param>
    public static IEnumerable<FullPeriod> Of(MeetingLimit limit, IReadOnlyList<Instant> meetings, DateTimeZone zone) =>
        limit == default ? [] : [.. Days(limit.PerDay, meetings, zone), .. Weeks(limit.PerWeek, meetings, zone)];

    private static IEnumerable<FullPeriod> Days(int? limit, IReadOnlyList<Instant> meetings, DateTimeZone zone) =>
        limit is { } most ? Full(LimitPeriod.Day, most, 1, meetings.Select(meeting => DateOf(meeting, zone)), zone) : [];

    private static IEnumerable<FullPeriod> Weeks(int? limit, IReadOnlyList<Instant> meetings, DateTimeZone zone) =>
        limit is { } most ? Full(LimitPeriod.Week, most, 7, meetings.Select(meeting => MondayOf(DateOf(meeting, zone))), zone) : [];

    private static IEnumerable<FullPeriod> Full(
        LimitPeriod period, int limit, int days, IEnumerable<LocalDate> firstDays, DateTimeZone zone) => limit <= 0
        ? [new FullPeriod(Always, period, limit)]
        : firstDays.GroupBy(day => day).Where(day => day.Count() >= limit).Select(day => new FullPeriod(
            new TickSpan(Ticks.StartOfDay(day.Key, zone), Ticks.EndOfDay(day.Key.PlusDays(days - 1), zone)), period, limit));

    private static LocalDate DateOf(Instant instant, DateTimeZone zone) => instant.InZone(zone).Date;

    private static LocalDate MondayOf(LocalDate day) => day.PlusDays(IsoDayOfWeek.Monday - day.DayOfWeek);
}
