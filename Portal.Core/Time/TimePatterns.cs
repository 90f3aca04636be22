using System.Collections.Concurrent;
using System.Globalization;
using NodaTime.Text;

namespace Portal.Core.Time;

/// <summary>How one culture writes days and times. Without a culture it is the portal's own English, with 24 hours.</summary>
internal sealed record TimePatterns(LocalDatePattern Day, LocalDatePattern DayAndYear, LocalTimePattern Minute)
{
    private static readonly TimePatterns English = Create("ddd d MMMM", "ddd d MMMM yyyy", "HH:mm", CultureInfo.InvariantCulture);

    private static readonly ConcurrentDictionary<string, TimePatterns> Known = new();

    public static TimePatterns For(CultureInfo? culture) =>
        culture is null ? English : Known.GetOrAdd(culture.Name, name => Create(CultureInfo.GetCultureInfo(name)));

    private static TimePatterns Create(CultureInfo culture)
    {
        // dates are stored and booked in the Gregorian calendar; other calendars' month names would be wrong beside them
        var gregorian = (CultureInfo)culture.Clone();
        gregorian.DateTimeFormat.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault()
            ?? CultureInfo.InvariantCulture.Calendar;
        var format = gregorian.DateTimeFormat;
        return Create($"ddd, {format.MonthDayPattern}", format.LongDatePattern, format.ShortTimePattern, gregorian);
    }

    private static TimePatterns Create(string day, string dayAndYear, string minute, CultureInfo culture) => new(
        LocalDatePattern.Create(day, culture),
        LocalDatePattern.Create(dayAndYear, culture),
        LocalTimePattern.Create(minute, culture));
}
