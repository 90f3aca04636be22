namespace Portal.Web.Pages.Shared;

/// <summary>
/// The visitor's own choice of light or dark, kept in the cookie <c>portal.theme</c> that wwwroot/js/theme.js writes; without it the
/// system decides. A cached page must vary by this cookie.
/// </summary>
public static class ThemePreference
{
    public const string Cookie = "portal.theme";

    /// <summary><c>light</c>, <c>dark</c>, or null for the system's choice.</summary>
    public static string? Of(HttpRequest request) => request.Cookies[Cookie] is "light" or "dark" ? request.Cookies[Cookie] : null;
}
