using System.Collections.Frozen;
using System.Globalization;

namespace Portal.Core.Time;

/// <summary>The one place that decides between <c>14:00</c> and <c>2:00 PM</c>.</summary>
public static class ClockStyles
{
    private static readonly FrozenDictionary<string, ClockStyle> Known = CultureInfo.GetCultures(CultureTypes.AllCultures)
        .Where(culture => culture.Name.Length > 0)
        .ToFrozenDictionary(culture => culture.Name, Of, StringComparer.OrdinalIgnoreCase);

    /// <summary>The style of the first language that is known; 24 hours when none is.</summary>
    /// <param name="languages">As browsers name them, the dearest first: <c>en-US</c>, <c>de</c>.</param>
    public static ClockStyle Of(IEnumerable<string> languages)
    {
        foreach (var language in languages)
            for (var name = language; name.Length > 0; name = name[..Math.Max(0, name.LastIndexOf('-'))])
                if (Known.TryGetValue(name, out var style))
                    return style;
        return ClockStyle.TwentyFourHours;
    }

    internal static ClockStyle Of(CultureInfo culture)
    {
        // Canadian French writes "14 h 00": what stands in quotes is no hour
        var unquoted = culture.DateTimeFormat.ShortTimePattern.Split('\'').Where((_, index) => index % 2 == 0);
        return unquoted.Any(part => part.Contains('h', StringComparison.Ordinal)) ? ClockStyle.TwelveHours : ClockStyle.TwentyFourHours;
    }
}
