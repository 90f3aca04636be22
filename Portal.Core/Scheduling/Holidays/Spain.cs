using static Portal.Core.Scheduling.Holidays.HolidayDate;

namespace Portal.Core.Scheduling.Holidays;

/// <summary>
/// Real Decreto 2001/1983, art. 45, and the communities' own days. Each community also decides every year which of its days
/// to exchange, above all those on a Sunday (published in the Boletín Oficial del Estado each October): such exchanges, and
/// the two days of each town, are not in this table.
/// </summary>
internal static class Spain
{
    public static readonly HolidayCountry Table = new("ES", "España",
        [
            ("AN", "Andalucía"), ("CT", "Catalunya"), ("VC", "Comunitat Valenciana"), ("GA", "Galicia"), ("MD", "Madrid"), ("PV", "País Vasco"),
        ],
        [
            new("Año Nuevo", On(1, 1)),
            new("Epifanía del Señor", On(1, 6)),
            new("Día de Andalucía", On(2, 28), "AN"),
            new("San José", On(3, 19), "VC"),
            new("Jueves Santo", Easter(-3), "AN GA MD PV"),
            new("Viernes Santo", Easter(-2)),
            new("Lunes de Pascua", Easter(1), "CT PV VC"),
            new("Fiesta del Trabajo", On(5, 1)),
            new("Fiesta de la Comunidad de Madrid", On(5, 2), "MD"),
            new("Día das Letras Galegas", On(5, 17), "GA"),
            new("San Juan", On(6, 24), "CT VC"),
            new("Día Nacional de Galicia", On(7, 25), "GA"),
            new("Asunción de la Virgen", On(8, 15)),
            new("Diada Nacional de Catalunya", On(9, 11), "CT"),
            new("Día de la Comunitat Valenciana", On(10, 9), "VC"),
            new("Fiesta Nacional de España", On(10, 12)),
            new("Todos los Santos", On(11, 1)),
            new("Día de la Constitución", On(12, 6)),
            new("Inmaculada Concepción", On(12, 8)),
            new("Natividad del Señor", On(12, 25)),
            new("Sant Esteve", On(12, 26), "CT"),
        ]);
}
