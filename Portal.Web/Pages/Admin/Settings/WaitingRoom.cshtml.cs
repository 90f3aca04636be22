using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Organizations;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.Settings;

public sealed class WaitingRoomModel(FindDoorSettings find, ChangeDoorSettings change) : PageModel
{
    [BindProperty]
    public DoorSettingsInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken ct) =>
        Input = DoorSettingsInput.Of(await find.RunAsync(HttpContext.Member().OrganizationId, ct));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (Input.Read(ModelState) is { } settings)
        {
            foreach (var (field, words) in (await change.RunAsync(new ChangeDoorSettingsRequest(HttpContext.Member(), settings), ct)).Select(DoorSettingsInput.WordsOf))
                ModelState.AddModelError($"Input.{field}", words);
        }
        return ModelState.IsValid ? this.Done("Saved.", Url.Page("/Admin/Settings/WaitingRoom")!) : this.PageWith(StatusCodes.Status422UnprocessableEntity);
    }
}
