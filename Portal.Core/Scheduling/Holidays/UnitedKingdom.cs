using NodaTime;
using static Portal.Core.Scheduling.Holidays.HolidayDate;

namespace Portal.Core.Scheduling.Holidays;

/// <summary>
/// Banking and Financial Dealings Act 1971, schedule 1, with the days that are proclaimed every year; St Andrew's Day Bank
/// Holiday (Scotland) Act 2007. A holiday at the weekend is given another day off.
/// </summary>
internal static class UnitedKingdom
{
    private const string NotScotland = "EAW NIR";

    public static readonly HolidayCountry Table = new("GB", "United Kingdom",
        [("EAW", "England and Wales"), ("SCT", "Scotland"), ("NIR", "Northern Ireland")],
        [
            WithDayOff("New Year's Day", On(1, 1), NextMonday, NotScotland),
            // two days in a row, as at Christmas
            WithDayOff("New Year's Day", On(1, 1), TwoDaysOn, "SCT"),
            WithDayOff("2nd January", On(1, 2), TwoDaysOn, "SCT"),
            WithDayOff("St Patrick's Day", On(3, 17), NextMonday, "NIR"),
            new("Good Friday", Easter(-2)),
            new("Easter Monday", Easter(1), NotScotland),
            new("Early May bank holiday", Nth(1, IsoDayOfWeek.Monday, 5)),
            new("Spring bank holiday", Last(IsoDayOfWeek.Monday, 5)),
            // proclaimed in February 2026, for the football World Cup
            new("World Cup bank holiday", On(6, 15), "SCT") { From = 2026, Until = 2026 },
            WithDayOff("Battle of the Boyne", On(7, 12), NextMonday, "NIR"),
            new("Summer bank holiday", Nth(1, IsoDayOfWeek.Monday, 8), "SCT"),
            new("Summer bank holiday", Last(IsoDayOfWeek.Monday, 8), NotScotland),
            WithDayOff("St Andrew's Day", On(11, 30), NextMonday, "SCT"),
            WithDayOff("Christmas Day", On(12, 25), TwoDaysOn),
            WithDayOff("Boxing Day", On(12, 26), TwoDaysOn),
        ],
        HasOwnHolidays: false);

    private static HolidayRule WithDayOff(string name, Func<int, LocalDate> date, Func<LocalDate, LocalDate> standIn, string where = "") =>
        new(name, date, where) { StandIn = standIn, StandInName = $"{name} (substitute day)" };

    private static LocalDate NextMonday(LocalDate date) =>
        date.DayOfWeek >= IsoDayOfWeek.Saturday ? date.With(DateAdjusters.Next(IsoDayOfWeek.Monday)) : date;

    /// <summary>Of two days in a row both may be at the weekend: Saturday's goes to Monday and Sunday's to Tuesday.</summary>
    private static LocalDate TwoDaysOn(LocalDate date) => date.DayOfWeek >= IsoDayOfWeek.Saturday ? date.PlusDays(2) : date;
}
