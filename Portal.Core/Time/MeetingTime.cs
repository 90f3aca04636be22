using System.Globalization;
using NodaTime;

namespace Portal.Core.Time;

/// <summary>
/// The text of a time, the same on every page and in every mail. Days and times follow the culture given; without one they
/// are English. The machine's culture is never asked.
/// </summary>
public static class MeetingTime
{
    /// <summary><c>Tue 24 November</c>; with the year when it is not that of <paramref name="reference"/>.</summary>
    public static string Day(LocalDate date, LocalDate? reference = null, CultureInfo? culture = null)
    {
        var patterns = TimePatterns.For(culture);
        return reference is { } day && day.Year != date.Year ? patterns.DayAndYear.Format(date) : patterns.Day.Format(date);
    }

    /// <summary><c>November 2026</c></summary>
    public static string Month(YearMonth month, CultureInfo? culture = null) => TimePatterns.For(culture).Month.Format(month.OnDayOfMonth(1));

    /// <summary>Days that follow each other: <c>5–11 Jan 2026</c>, <c>29 Jun – 5 Jul 2026</c>, <c>28 Dec 2026 – 3 Jan 2027</c>.</summary>
    public static string Days(LocalDate first, LocalDate last)
    {
        var start = (first.Year == last.Year, first.Month == last.Month) switch
        {
            (true, true) => $"{first.Day}–",
            (true, false) => $"{first.Day} {ShortMonth(first)} – ",
            _ => $"{first.Day} {ShortMonth(first)} {first.Year} – ",
        };
        return $"{start}{last.Day} {ShortMonth(last)} {last.Year}";
    }

    /// <summary><c>Tue 24 Nov, 14:00</c>: for buttons and rows, where the whole date stands nearby.</summary>
    public static string Moment(Instant start, DateTimeZone zone, CultureInfo? culture = null, ClockStyle? clock = null)
    {
        var time = start.InZone(zone).LocalDateTime;
        return $"{TimePatterns.For(culture).ShortDay.Format(time.Date)}, {Clock(time.TimeOfDay, culture, clock)}";
    }

    /// <summary><c>14:00</c></summary>
    /// <param name="clock">Null for the culture's own; without a culture it is 24 hours.</param>
    public static string Clock(LocalTime time, CultureInfo? culture = null, ClockStyle? clock = null) =>
        TimePatterns.For(culture).Minute(clock).Format(time);

    /// <summary>
    /// <c>Tue 24 November, 14:00–14:30</c>; names the end's day when it is another, and the offset, <c>(UTC+1)</c>, when one of
    /// the two wall times comes twice that day.
    /// </summary>
    public static string Range(
        Instant start, Instant end, DateTimeZone zone, LocalDate? reference = null, CultureInfo? culture = null, ClockStyle? clock = null)
    {
        var from = start.InZone(zone);
        var to = end.InZone(zone);
        var ambiguous = IsAmbiguous(from) || IsAmbiguous(to);
        var startOffset = ambiguous && from.Offset != to.Offset ? $" ({OffsetName(from.Offset)})" : "";
        var endOffset = ambiguous ? $" ({OffsetName(to.Offset)})" : "";

        var startText = $"{Day(from.Date, reference, culture)}, {Clock(from.TimeOfDay, culture, clock)}{startOffset}";
        return from.Date == to.Date
            ? $"{startText}–{Clock(to.TimeOfDay, culture, clock)}{endOffset}"
            : $"{startText} – {Day(to.Date, reference, culture)}, {Clock(to.TimeOfDay, culture, clock)}{endOffset}";
    }

    /// <summary><c>Tue 24 November, 14:00–14:30 · Berlin time</c></summary>
    public static string RangeWithZone(
        Instant start, Instant end, DateTimeZone zone, LocalDate? reference = null, CultureInfo? culture = null, ClockStyle? clock = null) =>
        $"{Range(start, end, zone, reference, culture, clock)} · {ZoneName(zone)}";

    /// <summary><c>Berlin time</c>; a zone that is only an offset is called by it, <c>UTC</c> or <c>UTC−3</c>.</summary>
    public static string ZoneName(DateTimeZone zone)
    {
        var isPlace = zone.Id.Contains('/', StringComparison.Ordinal) && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal);
        if (isPlace || zone.MinOffset != zone.MaxOffset)
            return $"{Zones.CityOf(zone.Id)} time";
        return zone.MinOffset == Offset.Zero ? "UTC" : OffsetName(zone.MinOffset);
    }

    /// <summary><c>UTC+1</c>, <c>UTC+5:45</c>, <c>UTC−3:30</c></summary>
    public static string OffsetName(Offset offset)
    {
        var minutes = Math.Abs(offset.Seconds) / 60;
        var sign = offset < Offset.Zero ? '−' : '+';
        return minutes % 60 == 0
            ? string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{minutes / 60}")
            : string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{minutes / 60}:{minutes % 60:00}");
    }

    /// <summary>
    /// <c>Starts in 5 minutes</c>, never sooner than it is: a started minute counts. From two days on whole days are enough.
    /// </summary>
    public static string Until(Duration duration)
    {
        var minutes = (long)Math.Ceiling(duration.TotalMinutes);
        return minutes switch
        {
            <= 0 => "Starts now",
            < 60 => $"Starts in {Count(minutes, "minute")}",
            >= 48 * 60 => $"Starts in {Count(minutes / (24 * 60), "day")}",
            _ when minutes % 60 == 0 => $"Starts in {Count(minutes / 60, "hour")}",
            _ => $"Starts in {Wait(Duration.FromMinutes(minutes))}",
        };
    }

    /// <summary>A length of time in whole minutes: <c>less than 1 min</c>, <c>5 min</c>, <c>2 h</c>, <c>2 h 10 min</c>, <c>3 days</c>.</summary>
    public static string Wait(Duration duration)
    {
        var minutes = (long)Math.Floor(duration.TotalMinutes);
        return minutes switch
        {
            < 1 => "less than 1 min",
            < 60 => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
            >= 48 * 60 => Count(minutes / (24 * 60), "day"),
            _ when minutes % 60 == 0 => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} h"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} h {minutes % 60} min"),
        };
    }

    private static string ShortMonth(LocalDate date) => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(date.Month);

    private static string Count(long number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");

    private static bool IsAmbiguous(ZonedDateTime time) => time.Zone.MapLocal(time.LocalDateTime).Count == 2;
}
