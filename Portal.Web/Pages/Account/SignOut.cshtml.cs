using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Organizations;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages.Account;

/// <summary>Takes a post and nothing else: a link or a picture on another site must not sign anybody out.</summary>
public sealed class SignOutModel(SignInManager<PortalUser> signIn) : PageModel
{
    public IActionResult OnGet() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        new PageNotice("success", "You are signed out.").LeaveIn(TempData);
        return new SeeOtherResult(Url.Page("/Account/SignIn")!);
    }
}
