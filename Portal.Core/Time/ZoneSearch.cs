using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.TimeZones;

namespace Portal.Core.Time;

/// <summary>Finds zones the way people think of theirs: by city, country, region, former name, abbreviation or offset.</summary>
public static partial class ZoneSearch
{
    // long enough for summer and winter, and for rules that changed lately
    private static readonly Interval Abbreviated = new(Instant.FromUtc(2020, 1, 1, 0, 0), Instant.FromUtc(2030, 1, 1, 0, 0));

    private static readonly FrozenSet<string> Listed = Zones.Places.Select(place => place.Id).ToFrozenSet();
    private static readonly FrozenDictionary<string, List<string>> WordsById = Zones.Places.ToFrozenDictionary(place => place.Id, WordsOf);

    /// <param name="text">The beginnings of words, in any order: <c>new yo</c>, <c>germany</c>, <c>PST</c>; or an offset, <c>+5:30</c>.</param>
    /// <param name="at">When the offsets are looked at.</param>
    /// <returns>Cities that begin with the text first; everything for an empty text.</returns>
    public static IReadOnlyList<ZoneChoice> Find(string text, Instant at)
    {
        if (OffsetOf(text) is { } offset)
            return [.. Zones.All(at).Where(zone => zone.Offset == offset)];
        var wanted = Words(text).ToList();
        return
        [
            .. Zones.All(at)
                .Where(zone => wanted.Count == 0 || Matches(WordsById[zone.Id], wanted))
                .OrderByDescending(zone => wanted is [var first, ..] && Words(zone.City).First().StartsWith(first, StringComparison.Ordinal)),
        ];
    }

    private static bool Matches(List<string> words, List<string> wanted) =>
        wanted.TrueForAll(start => words.Exists(word => word.StartsWith(start, StringComparison.Ordinal)));

    private static List<string> WordsOf(ZoneChoice place)
    {
        var abbreviations = DateTimeZoneProviders.Tzdb[place.Id].GetZoneIntervals(Abbreviated).Select(interval => interval.Name);
        // a former or another name helps only where no other place is listed under it
        var aliases = TzdbDateTimeZoneSource.Default.Aliases[place.Id].Where(alias => !Listed.Contains(alias));
        return [.. aliases.Concat(abbreviations).Append(place.Id).Append(place.Country).SelectMany(Words).Distinct()];
    }

    private static IEnumerable<string> Words(string text)
    {
        // as tzdb writes names: without accents
        var letters = text.Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        return string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static Offset? OffsetOf(string text)
    {
        if (OffsetText().Match(text) is not { Success: true } match)
            return null;
        var minutes = int.Parse(match.Groups["hours"].Value, CultureInfo.InvariantCulture) * 60
            + (match.Groups["minutes"] is { Success: true, Value: var part } ? int.Parse(part, CultureInfo.InvariantCulture) : 0);
        return minutes > 18 * 60 ? null : Offset.FromSeconds((match.Groups["sign"].Value is "-" or "−" ? -60 : 60) * minutes);
    }

    [GeneratedRegex("""^\s*(utc|gmt)?\s*(?<sign>[+\-−])?(?<hours>[0-9]{1,2})(:?(?<minutes>[0-9]{2}))?\s*$""", RegexOptions.IgnoreCase)]
    private static partial Regex OffsetText();
}
