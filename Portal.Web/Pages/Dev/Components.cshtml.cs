using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Portal.Web.Htmx;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Dev;

/// <summary>Every component in every state, to look at and to copy from. <c>?shell=staff</c> shows them inside the staff layout.</summary>
public sealed class ComponentsModel : PageModel
{
    [BindProperty]
    public ComponentInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Shell { get; set; }

    public List<SelectListItem> Durations { get; } = [new("15 minutes", "15"), new("30 minutes", "30", selected: true), new("60 minutes", "60")];

    public void OnGet()
    {
        ViewData["Title"] = "Components";
        ViewData["Organization"] = "Acme Support";
        ViewData[nameof(StaffNavigation)] = new StaffNavigation("Ada Lindqvist", "Acme Support", "acme", SeesBookings: true);
        ModelState.AddModelError("Input.Broken", "Write an address like name@example.org, so that the confirmation reaches you.");
    }

    /// <summary>The polled fragment of the page; it is never new.</summary>
    public IActionResult OnGetPulse() => this.FragmentOrNotModified("_Pulse", "1", version: "1");

    public IActionResult OnPostToast(string kind)
    {
        Response.Htmx(h => h.WithToast("Maya Okafor was let in by Jonas Weber", kind));
        return new NoContentResult();
    }

    public sealed class ComponentInput
    {
        public string Name { get; set; } = "";

        [EmailAddress, Display(Name = "Email")]
        public string Broken { get; set; } = "ada@";

        public string? Notes { get; set; }

        [Display(Name = "Length")]
        public int Minutes { get; set; } = 30;

        [Display(Name = "Send me a reminder an hour before")]
        public bool Remind { get; set; } = true;
    }
}
