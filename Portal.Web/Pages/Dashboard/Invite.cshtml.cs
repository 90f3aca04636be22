using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;
using Portal.Core.Bookings.Invitations;
using Portal.Core.MeetingTypes;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard;

/// <summary>A member asks somebody to a call that begins now, and goes into it (B18).</summary>
public sealed class InviteModel(InviteNow inviteNow, ListOwnMeetingTypes listTypes, ListHostChoices listHosts) : PageModel
{
    private const int LongestMinutes = 720;

    [BindProperty]
    public InviteInput Input { get; set; } = new();

    /// <summary>What stands in the way; null at first.</summary>
    public BusyHost? Busy { get; private set; }

    public IReadOnlyList<SelectListItem> Types { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Hosts { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <param name="minutes">Shorter than usual, because the host has more to do.</param>
    /// <param name="host">A colleague chosen in place of the one in the form.</param>
    public async Task<IActionResult> OnPostAsync(int? minutes, Guid? host, [FromServices] IClock clock, CancellationToken ct)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(StatusCodes.Status422UnprocessableEntity, ct);
        var member = HttpContext.Member();
        var request = new InviteNowRequest(member, Input.Email!.Trim(), Input.Message)
        {
            Name = Input.Name,
            HostId = host ?? Input.HostId,
            MeetingType = string.IsNullOrEmpty(Input.MeetingType) ? null : Input.MeetingType,
            Length = minutes is >= 5 and <= LongestMinutes ? Duration.FromMinutes(minutes.Value) : null,
        };
        switch (await inviteNow.RunAsync(request, ct))
        {
            case InviteNowOutcome.Invited invited when (request.HostId ?? member.UserId) == member.UserId:
                return new SeeOtherResult(Url.Content($"~/meetings/{invited.BookingId}/call"));
            case InviteNowOutcome.Invited invited:
                new PageNotice("success", $"{request.Email} is invited, and your colleague was told.", "Join the call too", Url.Content($"~/meetings/{invited.BookingId}/call"))
                    .LeaveIn(TempData);
                return new SeeOtherResult(Url.Page("/Dashboard/Index")!);
            case InviteNowOutcome.HostBusy busy:
                Busy = BusyHost.Of(busy, member.Zone, clock.GetCurrentInstant());
                return await ShowAsync(StatusCodes.Status409Conflict, ct);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> ShowAsync(int status, CancellationToken ct)
    {
        await LoadAsync(ct);
        Response.StatusCode = status;
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var member = HttpContext.Member();
        var types = await listTypes.RunAsync(member.OrganizationId, ct);
        Types =
        [
            new SelectListItem("The host’s usual", ""),
            .. types.Where(type => type is { SessionsOnly: false, Capacity: 1 }).Select(type => new SelectListItem(type.Name, type.Slug)),
        ];
        var hosts = await listHosts.RunAsync(member.OrganizationId, null, ct);
        Hosts =
        [
            new SelectListItem($"{member.Name} (you)", ""),
            .. hosts.Where(host => host.UserId != member.UserId).Select(host => new SelectListItem(host.Name, host.UserId.ToString())),
        ];
    }
}
