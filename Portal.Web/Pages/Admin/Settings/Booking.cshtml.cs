using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Organizations;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.Settings;

public sealed class BookingModel(FindBookingSettings find, ChangeBookingSettings change) : PageModel
{
    [BindProperty]
    public BookingSettingsInput Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken ct) =>
        Input = BookingSettingsInput.Of(await find.RunAsync(HttpContext.Member().OrganizationId, ct));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (Input.Read(ModelState) is { } settings)
        {
            foreach (var (field, words) in (await change.RunAsync(new ChangeBookingSettingsRequest(HttpContext.Member(), settings), ct)).Select(BookingSettingsInput.WordsOf))
                ModelState.AddModelError($"Input.{field}", words);
        }
        return ModelState.IsValid ? this.Done("Saved.", Url.Page("/Admin/Settings/Booking")!) : this.PageWith(StatusCodes.Status422UnprocessableEntity);
    }
}
