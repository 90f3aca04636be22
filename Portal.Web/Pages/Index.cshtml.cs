using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web.Pages;

public sealed class IndexModel(IWebHostEnvironment environment) : PageModel
{
    /// <summary>What somebody pasted: a whole link, its path, or just <c>organisation/meeting</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Open { get; set; }

    public bool ShowsDemo => environment.IsDevelopment();

    public IActionResult OnGet()
    {
        if (Open is null)
            return Page();
        if (BookingLink.PathOf(Open) is { } path)
            return LocalRedirect("~" + path);

        ModelState.AddModelError(nameof(Open), "This does not look like a booking link. It ends in something like “acme/intro-call”.");
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
