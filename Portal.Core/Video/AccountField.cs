using System.Text.RegularExpressions;

namespace Portal.Core.Video;

/// <summary>One value of an account, as it is asked for.</summary>
/// <param name="Key">As in the settings file: <c>Video:{provider}:{key}</c>.</param>
/// <param name="IsSecret">Written and never shown again.</param>
/// <param name="Shape">A regular expression over the whole value.</param>
/// <param name="Example">What a right value looks like, for people.</param>
public sealed record AccountField(string Key, string Label, bool IsSecret, string Shape, string Example)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    public bool Fits(string value) => Regex.IsMatch(value, $"^(?:{Shape})$", RegexOptions.NonBacktracking, Longest);
}
