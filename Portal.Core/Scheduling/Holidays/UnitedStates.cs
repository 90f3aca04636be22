using NodaTime;
using static Portal.Core.Scheduling.Holidays.HolidayDate;

namespace Portal.Core.Scheduling.Holidays;

/// <summary>5 U.S.C. § 6103: the federal holidays, and the free Friday or Monday for one at the weekend.</summary>
internal static class UnitedStates
{
    public static readonly HolidayCountry Table = new("US", "United States", [],
        [
            Observed("New Year's Day", On(1, 1)),
            new("Birthday of Martin Luther King, Jr.", Nth(3, IsoDayOfWeek.Monday, 1)),
            new("Washington's Birthday", Nth(3, IsoDayOfWeek.Monday, 2)),
            new("Memorial Day", Last(IsoDayOfWeek.Monday, 5)),
            Observed("Juneteenth National Independence Day", On(6, 19)),
            Observed("Independence Day", On(7, 4)),
            new("Labor Day", Nth(1, IsoDayOfWeek.Monday, 9)),
            new("Columbus Day", Nth(2, IsoDayOfWeek.Monday, 10)),
            Observed("Veterans Day", On(11, 11)),
            new("Thanksgiving Day", Nth(4, IsoDayOfWeek.Thursday, 11)),
            Observed("Christmas Day", On(12, 25)),
        ]);

    private static HolidayRule Observed(string name, Func<int, LocalDate> date) =>
        new(name, date) { StandIn = Weekday, StandInName = $"{name} (observed)" };

    private static LocalDate Weekday(LocalDate date) => date.DayOfWeek switch
    {
        IsoDayOfWeek.Saturday => date.PlusDays(-1),
        IsoDayOfWeek.Sunday => date.PlusDays(1),
        _ => date,
    };
}
