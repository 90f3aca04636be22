using static Portal.Core.Scheduling.Holidays.HolidayDate;

namespace Portal.Core.Scheduling.Holidays;

/// <summary>Arbeitsruhegesetz § 7 Abs. 2 and Feiertagsruhegesetz 1957.</summary>
internal static class Austria
{
    public static readonly HolidayCountry Table = new("AT", "Österreich", [],
        [
            new("Neujahr", On(1, 1)),
            new("Heilige Drei Könige", On(1, 6)),
            new("Ostermontag", Easter(1)),
            new("Staatsfeiertag", On(5, 1)),
            new("Christi Himmelfahrt", Easter(39)),
            new("Pfingstmontag", Easter(50)),
            new("Fronleichnam", Easter(60)),
            new("Mariä Himmelfahrt", On(8, 15)),
            new("Nationalfeiertag", On(10, 26)),
            new("Allerheiligen", On(11, 1)),
            new("Mariä Empfängnis", On(12, 8)),
            new("Christtag", On(12, 25)),
            new("Stefanitag", On(12, 26)),
        ]);
}
