using static Portal.Core.Scheduling.Holidays.HolidayDate;

namespace Portal.Core.Scheduling.Holidays;

/// <summary>Code du travail, art. L3133-1; for Alsace and Moselle also art. L3134-13.</summary>
internal static class France
{
    public static readonly HolidayCountry Table = new("FR", "France", [("AM", "Alsace-Moselle")],
        [
            new("Jour de l'An", On(1, 1)),
            new("Vendredi saint", Easter(-2), "AM"),
            new("Lundi de Pâques", Easter(1)),
            new("Fête du Travail", On(5, 1)),
            new("Victoire 1945", On(5, 8)),
            new("Ascension", Easter(39)),
            new("Lundi de Pentecôte", Easter(50)),
            new("Fête nationale", On(7, 14)),
            new("Assomption", On(8, 15)),
            new("Toussaint", On(11, 1)),
            new("Armistice 1918", On(11, 11)),
            new("Noël", On(12, 25)),
            new("Saint-Étienne", On(12, 26), "AM"),
        ]);
}
