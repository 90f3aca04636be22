using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.TimeZones;

namespace Portal.Core.Time;

/// <summary>The time zones of NodaTime's built-in tzdb.</summary>
public static class Zones
{
    private static readonly FrozenSet<string> Ids = DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // one per inhabited place, as browsers report them; UTC is nobody's home and has to be added
    internal static readonly IReadOnlyList<ZoneChoice> Places = TzdbDateTimeZoneSource.Default.ZoneLocations!
        .Select(place => (Id: place.ZoneId, Country: place.CountryName))
        .Append((Id: "UTC", Country: ""))
        .DistinctBy(place => place.Id)
        .Select(place => new ZoneChoice(place.Id, CityOf(place.Id), place.Id.Split('/')[0], place.Country, Offset.Zero))
        .OrderBy(choice => choice.Region, StringComparer.Ordinal)
        .ThenBy(choice => choice.City, StringComparer.Ordinal)
        .ToList();

    /// <summary>Finds a zone by a canonical or an alias id, whatever its case.</summary>
    public static bool TryFind([NotNullWhen(true)] string? id, [MaybeNullWhen(false)] out DateTimeZone zone)
    {
        zone = id is not null && Ids.TryGetValue(id, out var known) ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(known) : null;
        return zone is not null;
    }

    /// <summary>Every zone of an inhabited place and UTC, by region and city, with the offset it has then.</summary>
    public static IReadOnlyList<ZoneChoice> All(Instant at) =>
        [.. Places.Select(place => place with { Offset = DateTimeZoneProviders.Tzdb[place.Id].GetUtcOffset(at) })];

    /// <summary>The zone as a choice, also one that <see cref="All"/> knows under another name only.</summary>
    public static ZoneChoice Choice(DateTimeZone zone, Instant at)
    {
        var place = Places.FirstOrDefault(place => place.Id == zone.Id)
            ?? new ZoneChoice(zone.Id, CityOf(zone.Id), zone.Id.Split('/')[0], "", Offset.Zero);
        return place with { Offset = zone.GetUtcOffset(at) };
    }

    /// <summary>The last part of the id as a person writes it: <c>Buenos Aires</c>.</summary>
    internal static string CityOf(string id) => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');
}
