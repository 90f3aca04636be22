using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Options;
using NodaTime;
using Portal.Core;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.WaitingRoom;
using Portal.Web.Htmx;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.Bookings;

public sealed class IndexModel(ListBookings listBookings, IClock clock, IOptions<PortalOptions> portal) : PageModel
{
    /// <summary>Everything in the address that decides which bookings are shown.</summary>
    [BindProperty(SupportsGet = true, Name = "")]
    public BookingFilter Filter { get; set; } = new();

    public BookingListView List { get; private set; } = null!;

    public WaitingView Waiting { get; private set; } = null!;

    public string BookingAddress => $"{portal.Value.BaseUrl}/book/{HttpContext.Member().OrganizationSlug}";

    public IReadOnlyList<SelectListItem> Hosts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Types { get; private set; } = [];

    public async Task OnGetAsync(
        [FromServices] ListWaiting listWaiting, [FromServices] ListHostChoices listHosts, [FromServices] ListOwnMeetingTypes listTypes, CancellationToken ct)
    {
        await LoadAsync(ct);
        var member = HttpContext.Member();
        Hosts = [.. (await listHosts.RunAsync(member.OrganizationId, null, ct)).Select(host => new SelectListItem(host.Name, host.UserId.ToString(), host.UserId == Filter.Host))];
        Types = [.. (await listTypes.RunAsync(member.OrganizationId, ct)).Select(type => new SelectListItem(type.Name, type.Id.ToString(), type.Id == Filter.Type))];
        Waiting = WaitingView.Of(
            await listWaiting.RunAsync(member.OrganizationId, ct), member, List.Now, Request.Path + Request.QueryString);
    }

    public async Task<IActionResult> OnGetRowsAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Response.Htmx(headers => headers.PushUrl(Url.Page("/Admin/Bookings/Index", Filter.Route())!));
        return Partial("_Rows", List);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var member = HttpContext.Member();
        var page = await listBookings.RunAsync(Filter.RequestFor(member), ct);
        List = new BookingListView(page, Filter, clock.GetCurrentInstant(), member.Zone, BookingAddress);
    }
}
