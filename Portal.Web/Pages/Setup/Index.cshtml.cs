using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Options;
using NodaTime;
using Portal.Core;
using Portal.Core.Organizations;
using Portal.Core.Time;
using Portal.Web.Hosting;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Setup;

/// <summary>The first run. <see cref="SetupGate"/> leads here until there is an organisation, and nowhere afterwards.</summary>
public sealed class IndexModel(SetUpPortal setUpPortal, SetupCode code, IClock clock, IOptions<PortalOptions> portal) : PageModel
{
    [BindProperty]
    public SetupInput Input { get; set; } = new();

    public string BaseUrl => portal.Value.BaseUrl;

    public IEnumerable<SelectListItem> ZoneChoices =>
    [
        new("Choose a time zone", ""),
        .. Zones.All(clock.GetCurrentInstant()).Select(zone => new SelectListItem($"{zone.City} ({MeetingTime.OffsetName(zone.Offset)})", zone.Id)),
    ];

    public void OnGet() => Input.Zone = Zones.TryFind(Request.Cookies["portal.zone"], out var zone) ? zone.Id : "";

    public async Task<IActionResult> OnPostAsync([FromServices] SignInManager<PortalUser> signIn, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(Input.Code) && !code.Matches(Input.Code))
            ModelState.AddModelError("Input.Code", code.IsSpent
                ? "There were too many wrong codes. Restart the portal; its log then shows a new one."
                : "This is not the code in the log. It was printed when the portal started.");
        if (!ModelState.IsValid)
            return Refuse();

        var slug = Input.ChosenSlug()!;
        Zones.TryFind(Input.Zone, out var zone);
        var outcome = await setUpPortal.RunAsync(
            new SetUpPortalRequest(Input.Organization.Trim(), slug, zone!, Input.Name.Trim(), Input.Email.Trim(), Input.Password), ct);
        switch (outcome)
        {
            case SetUpPortalOutcome.SetUp done:
                await signIn.SignInAsync(done.Owner, isPersistent: false);
                new PageNotice("success", "The portal is set up and you are its owner. Your booking page:", $"{BaseUrl}/book/{slug}", $"{BaseUrl}/book/{slug}").LeaveIn(TempData);
                return new SeeOtherResult(Url.Page("/Dashboard/Index")!);
            case SetUpPortalOutcome.PasswordRefused refused:
                foreach (var reason in refused.Reasons)
                    ModelState.AddModelError("Input.Password", reason);
                return Refuse();
            default:
                return NotFound();
        }
    }

    private PageResult Refuse()
    {
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
