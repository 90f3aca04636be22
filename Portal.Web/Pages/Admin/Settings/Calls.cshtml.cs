using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Organizations;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.Settings;

public sealed class CallsModel(FindCallSettings find, ChangeCallSettings change) : PageModel
{
    [BindProperty]
    public CallSettingsInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken ct) =>
        Input = CallSettingsInput.Of(await find.RunAsync(HttpContext.Member().OrganizationId, ct));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await change.RunAsync(new ChangeCallSettingsRequest(HttpContext.Member(), Input.Read()), ct);
        return this.Done("Saved.", Url.Page("/Admin/Settings/Calls")!);
    }
}
