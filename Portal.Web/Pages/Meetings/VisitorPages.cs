using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web.Pages.Meetings;

/// <summary>Where the pages of a visitor's link lead each other.</summary>
internal static class VisitorPages
{
    public static string MeetingUrl(this PageModel page, string token) => page.Url.Page("/Meetings/Meeting", new { token, handler = "" })!;

    public static string DoorUrl(this PageModel page, string token) => page.Url.Page("/Meetings/Waiting", new { token, handler = "" })!;
}
