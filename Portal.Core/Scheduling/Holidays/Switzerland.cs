using NodaTime;
using static Portal.Core.Scheduling.Holidays.HolidayDate;

namespace Portal.Core.Scheduling.Holidays;

/// <summary>
/// 1 August by Art. 110 Abs. 3 Bundesverfassung; the rest is cantonal: RLG (ZH), Gesetz über die Ruhe an öffentlichen
/// Feiertagen (BE), RLG (BS), Ruhetagsgesetz (BL, SG), Loi sur les jours fériés (GE), LEmp art. 47 (VD), Legge concernente
/// i giorni festivi ufficiali (TI). The country alone has the four days that every canton keeps.
/// </summary>
internal static class Switzerland
{
    private const string German = "ZH BE BL BS SG";
    private const string French = "GE VD";

    public static readonly HolidayCountry Table = new("CH", "Schweiz",
        [
            ("BL", "Basel-Landschaft"), ("BS", "Basel-Stadt"), ("BE", "Bern"), ("GE", "Genève"), ("SG", "St. Gallen"),
            ("TI", "Ticino"), ("VD", "Vaud"), ("ZH", "Zürich"),
        ],
        [
            new("Jour de l'An", On(1, 1), French),
            new("Capodanno", On(1, 1), "TI"),
            new("Neujahr", On(1, 1)),
            new("Berchtoldstag", On(1, 2), "BE"),
            new("2 janvier", On(1, 2), "VD"),
            new("Epifania", On(1, 6), "TI"),
            new("San Giuseppe", On(3, 19), "TI"),
            new("Karfreitag", Easter(-2), German),
            new("Vendredi saint", Easter(-2), French),
            new("Ostermontag", Easter(1), German),
            new("Lundi de Pâques", Easter(1), French),
            new("Lunedì di Pasqua", Easter(1), "TI"),
            new("Tag der Arbeit", On(5, 1), "ZH BS BL"),
            new("Festa del lavoro", On(5, 1), "TI"),
            new("Ascension", Easter(39), French),
            new("Ascensione", Easter(39), "TI"),
            new("Auffahrt", Easter(39)),
            new("Pfingstmontag", Easter(50), German),
            new("Lundi de Pentecôte", Easter(50), French),
            new("Lunedì di Pentecoste", Easter(50), "TI"),
            new("Corpus Domini", Easter(60), "TI"),
            new("Santi Pietro e Paolo", On(6, 29), "TI"),
            new("Fête nationale", On(8, 1), French),
            new("Festa nazionale", On(8, 1), "TI"),
            new("Bundesfeier", On(8, 1)),
            new("Assunzione", On(8, 15), "TI"),
            // the Thursday after the first Sunday, and the Monday after the third
            new("Jeûne genevois", Nth(1, IsoDayOfWeek.Sunday, 9).Plus(4), "GE"),
            new("Lundi du Jeûne fédéral", Nth(3, IsoDayOfWeek.Sunday, 9).Plus(1), "VD"),
            new("Allerheiligen", On(11, 1), "SG"),
            new("Ognissanti", On(11, 1), "TI"),
            new("Immacolata", On(12, 8), "TI"),
            new("Noël", On(12, 25), French),
            new("Natale", On(12, 25), "TI"),
            new("Weihnachten", On(12, 25)),
            new("Stephanstag", On(12, 26), German),
            new("Santo Stefano", On(12, 26), "TI"),
            new("Restauration de la République", On(12, 31), "GE"),
        ]);
}
