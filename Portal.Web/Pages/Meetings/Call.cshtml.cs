using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;
using Portal.Core.Video;
using Portal.Web.Live;
using Portal.Web.Security;

namespace Portal.Web.Pages.Meetings;

/// <summary>The call of one meeting: for staff by sign-in, for a visitor by the cookie their link gave them.</summary>
[UsesCameraAndMicrophone]
public sealed class CallModel(FindCall findCall, IClock clock) : PageModel
{
    public const string Guest = "guest";

    /// <summary><c>guest</c>: as a visitor, whoever else is signed in here.</summary>
    [BindProperty(SupportsGet = true)]
    public string? As { get; set; }

    /// <summary>Where the person came from and goes back to; only addresses of this portal are followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Null for a visitor this browser does not know.</summary>
    public CallView? Call { get; private set; }

    /// <summary>Why the call cannot be joined now; null when it can.</summary>
    public CallRefusalWords? Refusal { get; private set; }

    public string? LocalReturnUrl => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null;

    /// <summary>Where to go when nothing says where the person came from; null for a visitor.</summary>
    public string? Home => Call is { ReaderIsStaff: true } ? Url.Content("~/dashboard") : null;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var caller = await HttpContext.FindCallCallerAsync(asGuest: As == Guest);
        if (caller.UserId is null && caller.ParticipantIds.Count == 0 && As != Guest)
            return Challenge();
        if (await findCall.RunAsync(new JoinCallRequest(id, caller), ct) is FindCallOutcome.Found found)
        {
            Call = found.Call;
            if (found.Refusal is null && CallOrigins.Of(found.Call) is { Count: > 0 } origins)
                Response.Headers.ContentSecurityPolicy = SecurityHeaders.PolicyConnectingTo(origins);
            Refusal = found.Refusal is null ? null : CallRefusalWords.For(found.Refusal, found.Call, clock.GetCurrentInstant());
        }
        else if (As == Guest)
        {
            Refusal = CallRefusalWords.UnknownVisitor;
        }
        else
        {
            // whether there is such a meeting is nobody else's business
            return NotFound();
        }

        var page = Page();
        page.StatusCode = Refusal is null ? StatusCodes.Status200OK : StatusCodes.Status403Forbidden;
        return page;
    }
}
