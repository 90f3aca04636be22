using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace Portal.Core.Time;

/// <summary>The one place that decides between <c>14:00</c> and <c>2:00 PM</c>.</summary>
public static class ClockStyles
{
    // what a browser may name is kept only when it is a culture: anything can be written into a header
    private static readonly FrozenSet<string> Known = CultureInfo.GetCultures(CultureTypes.AllCultures)
        .Select(culture => culture.Name)
        .Where(name => name.Length > 0)
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // asking a culture how it writes time takes milliseconds, once
    private static readonly ConcurrentDictionary<string, ClockStyle> Styles = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The style of the first language that is known; 24 hours when none is.</summary>
    /// <param name="languages">As browsers name them, the dearest first: <c>en-US</c>, <c>de</c>.</param>
    public static ClockStyle Of(IEnumerable<string> languages)
    {
        foreach (var language in languages)
            for (var name = language; name.Length > 0; name = name[..Math.Max(0, name.LastIndexOf('-'))])
                if (Known.TryGetValue(name, out var known))
                    return Styles.GetOrAdd(known, name => Of(CultureInfo.GetCultureInfo(name)));
        return ClockStyle.TwentyFourHours;
    }

    private static ClockStyle Of(CultureInfo culture)
    {
        // Canadian French writes "14 h 00": what stands in quotes is no hour
        var unquoted = culture.DateTimeFormat.ShortTimePattern.Split('\'').Where((_, index) => index % 2 == 0);
        return unquoted.Any(part => part.Contains('h', StringComparison.Ordinal)) ? ClockStyle.TwelveHours : ClockStyle.TwentyFourHours;
    }
}
