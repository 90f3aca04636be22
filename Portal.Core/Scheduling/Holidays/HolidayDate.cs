using NodaTime;

namespace Portal.Core.Scheduling.Holidays;

/// <summary>The ways in which laws say when a holiday is: each gives the date in a year.</summary>
internal static class HolidayDate
{
    public static Func<int, LocalDate> On(int month, int day) => year => new LocalDate(year, month, day);

    /// <summary>Days after Easter Sunday, of the western churches.</summary>
    public static Func<int, LocalDate> Easter(int days) => year => EasterSunday(year).PlusDays(days);

    /// <summary>The first, second … such day of a month.</summary>
    public static Func<int, LocalDate> Nth(int number, IsoDayOfWeek day, int month) => year =>
        new LocalDate(year, month, 1).With(DateAdjusters.NextOrSame(day)).PlusWeeks(number - 1);

    public static Func<int, LocalDate> Last(IsoDayOfWeek day, int month) => year =>
        new LocalDate(year, month, 1).With(DateAdjusters.EndOfMonth).With(DateAdjusters.PreviousOrSame(day));

    /// <summary>Days after another holiday's date.</summary>
    public static Func<int, LocalDate> Plus(this Func<int, LocalDate> date, int days) => year => date(year).PlusDays(days);

    /// <summary>The anonymous Gregorian algorithm (Meeus, Jones, Butcher).</summary>
    private static LocalDate EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = Math.DivRem(year, 100);
        var epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        var correction = (golden + 11 * epact + 22 * weekday) / 451;
        var (month, day) = Math.DivRem(epact + weekday - 7 * correction + 114, 31);
        return new LocalDate(year, month, day + 1);
    }
}
