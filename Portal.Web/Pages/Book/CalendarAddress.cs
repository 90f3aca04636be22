using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web.Htmx;

namespace Portal.Web.Pages.Book;

public static class CalendarAddress
{
    /// <summary>Puts the page that shows what this fragment shows into the address bar, unless it stands there already.</summary>
    public static void PushAddress(this PageModel page, string address)
    {
        var current = page.Request.Headers["HX-Current-URL"].ToString();
        if (Uri.TryCreate(current, UriKind.Absolute, out var uri) && uri.PathAndQuery != address)
            page.Response.Htmx(htmx => htmx.PushUrl(address));
    }
}
