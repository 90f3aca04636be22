using System.Collections.Immutable;

namespace Portal.Core.Scheduling.Holidays;

/// <summary>Public holidays as the laws stand in November 2026; earlier years only from 2024 on.</summary>
public static class PublicHolidays
{
    private static readonly ImmutableArray<HolidayCountry> Countries =
    [
        Germany.Table, Austria.Table, Switzerland.Table, France.Table, Spain.Table, UnitedKingdom.Table, UnitedStates.Table,
    ];

    /// <summary>What a host can choose from: country by country, each followed by its parts.</summary>
    public static ImmutableArray<HolidayRegion> Regions { get; } = [.. Countries.SelectMany(country => country.Regions)];

    /// <summary>The holidays whose date lies in the year, in order; where two fall together, the one the law names first.</summary>
    /// <exception cref="ArgumentException">There is no such region.</exception>
    public static IReadOnlyList<PublicHoliday> In(string regionId, int year)
    {
        var region = Regions.FirstOrDefault(region => region.Id == regionId)
            ?? throw new ArgumentException($"'{regionId}' is no region with holidays.", nameof(regionId));
        var part = regionId[region.Country.Length..].TrimStart('-');
        var rules = Countries.Single(country => country.Code == region.Country).Rules.Where(rule => rule.HoldsIn(part));
        return
        [
            // the free day for a New Year's Day may lie in the year before
            .. rules.SelectMany(rule => rule.In(year).Concat(rule.In(year + 1)))
                .Where(holiday => holiday.Date.Year == year)
                .DistinctBy(holiday => holiday.Date)
                .OrderBy(holiday => holiday.Date),
        ];
    }
}
