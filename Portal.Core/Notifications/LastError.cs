using System.Text.RegularExpressions;

namespace Portal.Core.Notifications;

/// <summary>The reason of a failed attempt as it may be kept: mail servers quote addresses, and sometimes whole links.</summary>
internal static partial class LastError
{
    private const int MaxLength = 500;

    public static string From(string reason)
    {
        var text = LongWord().Replace(AddressOwner().Replace(reason.ReplaceLineEndings(" "), "…@"), "…");
        return text.Length > MaxLength ? text[..MaxLength] : text;
    }

    [GeneratedRegex(@"[^\s<>""]+@")]
    private static partial Regex AddressOwner();

    /// <summary>Tokens have 43 characters of this kind; words that help do not reach 24.</summary>
    [GeneratedRegex("[A-Za-z0-9_=-]{24,}")]
    private static partial Regex LongWord();
}
