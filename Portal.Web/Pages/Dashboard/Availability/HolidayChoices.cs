using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Core.Scheduling.Holidays;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>The regions whose public holidays can be taken off, with the names of their countries.</summary>
public static class HolidayChoices
{
    public static IReadOnlyList<SelectListItem> All { get; } =
    [
        new("None: holidays are ordinary days", ""),
        .. PublicHolidays.Regions
            .Select(region => new SelectListItem(region.Id == region.Country ? region.Name : $"{CountryOf(region)}: {region.Name}", region.Id)),
    ];

    private static string CountryOf(HolidayRegion region) => PublicHolidays.Regions.FirstOrDefault(whole => whole.Id == region.Country)?.Name ?? region.Country;
}
