using System.Collections.Concurrent;
using System.Globalization;
using NodaTime.Text;

namespace Portal.Core.Time;

/// <summary>How one culture writes days and times. Without a culture it is the portal's own English, with 24 hours.</summary>
internal sealed record TimePatterns(
    LocalDatePattern Day, LocalDatePattern ShortDay, LocalDatePattern DayAndYear, LocalDatePattern Month, LocalTimePattern OwnMinute)
{
    private static readonly LocalTimePattern TwentyFourHours = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalTimePattern TwelveHours = LocalTimePattern.CreateWithInvariantCulture("h:mm tt");

    private static readonly TimePatterns English = new(
        Date("ddd d MMMM", CultureInfo.InvariantCulture),
        Date("ddd d MMM", CultureInfo.InvariantCulture),
        Date("ddd d MMMM yyyy", CultureInfo.InvariantCulture),
        Date("MMMM yyyy", CultureInfo.InvariantCulture),
        TwentyFourHours);

    private static readonly ConcurrentDictionary<string, TimePatterns> Known = new();

    public static TimePatterns For(CultureInfo? culture) =>
        culture is null ? English : Known.GetOrAdd(culture.Name, name => Create(CultureInfo.GetCultureInfo(name)));

    /// <param name="clock">Null for the culture's own.</param>
    public LocalTimePattern Minute(ClockStyle? clock) => clock switch
    {
        null => OwnMinute,
        ClockStyle.TwelveHours => TwelveHours,
        _ => TwentyFourHours,
    };

    private static TimePatterns Create(CultureInfo culture)
    {
        // dates are stored and booked in the Gregorian calendar; other calendars' month names would be wrong beside them
        var gregorian = (CultureInfo)culture.Clone();
        gregorian.DateTimeFormat.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault()
            ?? CultureInfo.InvariantCulture.Calendar;
        var format = gregorian.DateTimeFormat;
        return new TimePatterns(
            Date($"ddd, {format.MonthDayPattern}", gregorian),
            Date($"ddd, {format.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal)}", gregorian),
            Date(format.LongDatePattern, gregorian),
            Date(format.YearMonthPattern, gregorian),
            LocalTimePattern.Create(format.ShortTimePattern, gregorian));
    }

    private static LocalDatePattern Date(string pattern, CultureInfo culture) => LocalDatePattern.Create(pattern, culture);
}
