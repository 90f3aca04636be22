using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Persistence;
using Portal.Web.Hosting;
using Portal.Web.Security;

namespace Portal.Web.Pages.Account;

public sealed class SignInModel(PasswordSignIn signIn, PortalSettings settings) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    /// <summary>Where the person was going; only addresses of this portal are followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>The demo person the form is filled in for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Demo { get; set; }

    public IEnumerable<IGrouping<string, DemoPerson>> DemoPeople =>
        settings.Demo.Enabled ? DemoData.People.GroupBy(person => person.Organization) : [];

    /// <summary>Only ever the password everybody may know.</summary>
    public string? DemoPassword => settings.Demo.Enabled && Demo is not null ? settings.Demo.Password : null;

    public string? SignedInAs { get; private set; }

    public async Task OnGetAsync()
    {
        SignedInAs = (await HttpContext.FindMemberAsync())?.Name;
        if (settings.Demo.Enabled)
            Input.Email = DemoData.People.FirstOrDefault(person => person.Email == Demo)?.Email ?? "";
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Refuse();
        switch (await signIn.RunAsync(Input.Email.Trim(), Input.Password, Input.Remember))
        {
            case PasswordSignInOutcome.SignedIn:
                return new SeeOtherResult(Url.IsLocalUrl(ReturnUrl) ? Url.Content(ReturnUrl) : Url.Page("/Dashboard/Index")!);
            case PasswordSignInOutcome.LockedOut locked:
                ModelState.AddModelError("", $"There were too many wrong passwords for this address. Wait {locked.For.TotalMinutes:0} minutes, then try again.");
                return Refuse();
            default:
                ModelState.AddModelError("", "That email and password do not belong together. Check both and try again.");
                return Refuse();
        }
    }

    private PageResult Refuse()
    {
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    public sealed class SignInInput
    {
        [Required(ErrorMessage = "Enter your email address.")]
        [EmailAddress(ErrorMessage = "Write an address like name@example.org.")]
        public string Email { get; set; } = "";

        [Required(ErrorMessage = "Enter your password."), DataType(DataType.Password)]
        public string Password { get; set; } = "";

        [Display(Name = "Stay signed in on this device")]
        public bool Remember { get; set; }
    }
}
