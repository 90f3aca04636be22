using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Notifications;
using Portal.Core.Operations;
using Portal.Web.Jobs;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.Health;

public sealed class IndexModel(FindHealth find, MailOptions mail) : PageModel
{
    public HealthView View { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct) =>
        View = HealthView.Of(await find.RunAsync(HttpContext.Member().OrganizationId, ct), PortalJobs.All, mail.Transport == MailTransportKind.Held);
}
