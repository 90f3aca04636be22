using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Core.Organizations;

/// <summary>A word in addresses: lower-case letters, digits and hyphens between them.</summary>
public static partial class Slug
{
    public const int ShortestLength = 3;

    public const int LongestLength = 64;

    public static bool IsValid(string text) => text.Length is >= ShortestLength and <= LongestLength && Form().IsMatch(text);

    /// <summary><c>Müller &amp; Søn GmbH</c> as <c>mueller-and-son-gmbh</c>.</summary>
    /// <returns>Null when too little of the name can be written so.</returns>
    public static string? From(string name)
    {
        var spelled = string.Concat(name.Trim().ToLowerInvariant().Select(Spelled));
        var plain = spelled.Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        var slug = Others().Replace(string.Concat(plain), "-").Trim('-');
        slug = slug.Length > LongestLength ? slug[..LongestLength].Trim('-') : slug;
        return IsValid(slug) ? slug : null;
    }

    // letters that lose more than an accent
    private static string Spelled(char letter) => letter switch
    {
        'ä' or 'æ' => "ae",
        'ö' or 'œ' => "oe",
        'ü' => "ue",
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ı' => "i",
        '&' => " and ",
        _ => letter.ToString(),
    };

    [GeneratedRegex("\\A[a-z0-9]+(-[a-z0-9]+)*\\z")]
    private static partial Regex Form();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Others();
}
