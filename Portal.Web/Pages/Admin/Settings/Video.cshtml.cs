using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Video.Accounts;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.Settings;

/// <summary>Which provider carries the organisation's calls, and whether it may record them.</summary>
public sealed class VideoModel(FindVideoSettings find, ChangeVideoSettings change) : PageModel
{
    [BindProperty]
    public VideoSettingsInput Input { get; set; } = new();

    public VideoSettings Settings { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Settings = await find.RunAsync(HttpContext.Member().OrganizationId, ct);
        Input = new VideoSettingsInput { Provider = Settings.ProviderId, Records = Settings.RecordsCalls };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Clear();
        var outcome = await change.RunAsync(new ChangeVideoSettingsRequest(HttpContext.Member(), Input.Provider, Input.Records), ct);
        if (outcome is ChangeVideoSettingsOutcome.Changed)
            return this.Done("Saved. Calls that run already stay where they are.", Url.Page("/Admin/Settings/Video", new { handler = "" })!);

        ModelState.AddModelError("Input.Provider", "This provider has no account here. Set one up first, or choose another.");
        Settings = await find.RunAsync(HttpContext.Member().OrganizationId, ct);
        return this.PageWith(StatusCodes.Status422UnprocessableEntity);
    }
}
