using System.Text.RegularExpressions;

namespace Portal.Web.Pages;

/// <summary>Reads what a person pastes as "my link"; only paths of this portal come out, never another site's address.</summary>
public static partial class BookingLink
{
    /// <returns><c>/book/…</c> or <c>/meetings/…</c>, or null when it is neither.</returns>
    public static string? PathOf(string pasted)
    {
        var text = pasted.Trim();
        var isAddress = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");
        var path = (isAddress ? uri!.AbsolutePath : text).Trim('/');

        if (PortalPath().IsMatch(path))
            return "/" + path;
        return !isAddress && OrganizationAndType().IsMatch(path) ? "/book/" + path : null;
    }

    [GeneratedRegex("^(book|meetings)(/[A-Za-z0-9_-]+){1,3}$")]
    private static partial Regex PortalPath();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)?$")]
    private static partial Regex OrganizationAndType();
}
