using NodaTime;
using static Portal.Core.Scheduling.Holidays.HolidayDate;

namespace Portal.Core.Scheduling.Holidays;

/// <summary>
/// The Sonn- und Feiertagsgesetze of the Länder, such as FTG (Bayern), FTG (Baden-Württemberg), SächsSFG, ThürFtG,
/// Feiertagsgesetz NW; 3 October by Art. 2 Abs. 2 Einigungsvertrag.
/// </summary>
internal static class Germany
{
    public static readonly HolidayCountry Table = new("DE", "Deutschland",
        [
            ("BW", "Baden-Württemberg"), ("BY", "Bayern"), ("BE", "Berlin"), ("BB", "Brandenburg"), ("HB", "Bremen"), ("HH", "Hamburg"),
            ("HE", "Hessen"), ("MV", "Mecklenburg-Vorpommern"), ("NI", "Niedersachsen"), ("NW", "Nordrhein-Westfalen"),
            ("RP", "Rheinland-Pfalz"), ("SL", "Saarland"), ("SN", "Sachsen"), ("ST", "Sachsen-Anhalt"), ("SH", "Schleswig-Holstein"), ("TH", "Thüringen"),
        ],
        [
            new("Neujahr", On(1, 1)),
            new("Heilige Drei Könige", On(1, 6), "BW BY ST"),
            new("Frauentag", On(3, 8), "BE"),
            // Feiertagsgesetz Mecklenburg-Vorpommern as changed in 2022
            new("Frauentag", On(3, 8), "MV") { From = 2023 },
            new("Karfreitag", Easter(-2)),
            new("Ostersonntag", Easter(0), "BB"),
            new("Ostermontag", Easter(1)),
            new("Tag der Arbeit", On(5, 1)),
            // Gesetz über die Sonn- und Feiertage (Berlin): once each
            new("80. Jahrestag der Befreiung vom Nationalsozialismus", On(5, 8), "BE") { From = 2025, Until = 2025 },
            new("75. Jahrestag des Aufstandes vom 17. Juni 1953", On(6, 17), "BE") { From = 2028, Until = 2028 },
            new("Christi Himmelfahrt", Easter(39)),
            new("Pfingstsonntag", Easter(49), "BB"),
            new("Pfingstmontag", Easter(50)),
            new("Fronleichnam", Easter(60), "BW BY HE NW RP SL"),
            // in Bavaria where most people are Catholics, which is most of its municipalities
            new("Mariä Himmelfahrt", On(8, 15), "BY SL"),
            new("Weltkindertag", On(9, 20), "TH"),
            new("Tag der Deutschen Einheit", On(10, 3)),
            new("Reformationstag", On(10, 31), "BB HB HH MV NI SN ST SH TH"),
            new("Allerheiligen", On(11, 1), "BW BY NW RP SL"),
            // the Wednesday before 23 November
            new("Buß- und Bettag", year => new LocalDate(year, 11, 23).With(DateAdjusters.Previous(IsoDayOfWeek.Wednesday)), "SN"),
            new("1. Weihnachtstag", On(12, 25)),
            new("2. Weihnachtstag", On(12, 26)),
        ]);
}
