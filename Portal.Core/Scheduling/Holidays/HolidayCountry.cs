namespace Portal.Core.Scheduling.Holidays;

/// <summary>A country's table.</summary>
/// <param name="Code">Two letters, ISO 3166-1.</param>
/// <param name="Name">As it is written there.</param>
/// <param name="Parts">Those with holidays of their own, by their codes.</param>
/// <param name="Rules">In the order of the year.</param>
/// <param name="HasOwnHolidays">Whether the country without any part can be chosen.</param>
internal sealed record HolidayCountry(
    string Code, string Name, IReadOnlyList<(string Code, string Name)> Parts, IReadOnlyList<HolidayRule> Rules, bool HasOwnHolidays = true)
{
    public IEnumerable<HolidayRegion> Regions =>
    [
        .. HasOwnHolidays ? [new HolidayRegion(Code, Name, Code)] : Array.Empty<HolidayRegion>(),
        .. Parts.Select(part => new HolidayRegion($"{Code}-{part.Code}", part.Name, Code)),
    ];
}
