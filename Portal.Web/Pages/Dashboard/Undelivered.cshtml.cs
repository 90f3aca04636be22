using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Notifications;
using Portal.Web.Htmx;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard;

/// <summary>Meetings to come whose visitor or guests could not be written to: the list of the dashboard.</summary>
public sealed class UndeliveredModel(ListUndelivered listUndelivered) : PageModel
{
    public UndeliveredView Undelivered { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Undelivered = UndeliveredView.Of(await listUndelivered.RunAsync(HttpContext.Member(), ct));
        return Request.IsHtmx() ? this.FragmentOrNotModified("_Failed", Undelivered, Undelivered.Version) : Page();
    }
}
