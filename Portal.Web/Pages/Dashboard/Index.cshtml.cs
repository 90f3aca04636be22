using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Portal.Core;
using Portal.Core.Bookings;
using Portal.Core.Notifications;
using Portal.Core.WaitingRoom;
using Portal.Web.Htmx;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard;

public sealed class IndexModel(FindAgenda findAgenda, IOptions<PortalOptions> portal) : PageModel
{
    public AgendaView Agenda { get; private set; } = null!;

    public WaitingView Waiting { get; private set; } = null!;

    public PendingView Pending { get; private set; } = null!;

    public UndeliveredView Undelivered { get; private set; } = null!;

    public string FirstName => HttpContext.Member().Name.Split(' ')[0];

    public async Task OnGetAsync(
        [FromServices] ListWaiting listWaiting, [FromServices] ListPendingBookings listPending, [FromServices] ListUndelivered listUndelivered,
        CancellationToken ct)
    {
        Agenda = await LoadAgendaAsync(ct);
        var member = HttpContext.Member();
        Waiting = WaitingView.Of(await listWaiting.RunAsync(member.OrganizationId, ct), member, Agenda.Now, returnUrl: null);
        Undelivered = UndeliveredView.Of(await listUndelivered.RunAsync(member, ct));
        Pending = PendingView.Of(await listPending.RunAsync(member, ct), member, Agenda.Now);
    }

    public async Task<IActionResult> OnGetAgendaAsync(CancellationToken ct)
    {
        var agenda = await LoadAgendaAsync(ct);
        return this.FragmentOrNotModified("_Agenda", agenda, agenda.Version);
    }

    private async Task<AgendaView> LoadAgendaAsync(CancellationToken ct)
    {
        var member = HttpContext.Member();
        var agenda = await findAgenda.RunAsync(new FindAgendaRequest(member.OrganizationId, member.UserId, member.Zone), ct);
        return AgendaView.Of(agenda, member.Zone, $"{portal.Value.BaseUrl}/book/{member.OrganizationSlug}");
    }
}
