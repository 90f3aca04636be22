using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Video.Accounts;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Admin.Settings;

/// <summary>The organisation's account at one provider. Secrets are written and never shown.</summary>
[DisableRequestTimeout]
public sealed class VideoAccountModel(FindVideoSettings find) : PageModel
{
    /// <summary>Of the provider.</summary>
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    /// <summary>By the keys of the provider's fields.</summary>
    [BindProperty]
    public Dictionary<string, string?> Values { get; set; } = [];

    public VideoAccountView Account { get; private set; } = null!;

    public VideoSettings Settings { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
            return NotFound();
        Values = Account.Values.ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] SaveVideoAccount save, CancellationToken ct)
    {
        ModelState.Clear();
        switch (await save.RunAsync(new SaveVideoAccountRequest(HttpContext.Member(), Id, Values), ct))
        {
            case SaveVideoAccountOutcome.Saved:
                return Back(new PageNotice("success", "Saved. Try it before you choose it."));
            case SaveVideoAccountOutcome.Refused refused when await LoadAsync(ct):
                foreach (var field in refused.Fields)
                    ModelState.AddModelError($"Values[{field.Key}]", $"This does not look right: {field.Example}.");
                Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return Page();
            default:
                return NotFound();
        }
    }

    public async Task<IActionResult> OnPostTryAsync([FromServices] TryVideoAccount tryIt, CancellationToken ct) =>
        await tryIt.RunAsync(HttpContext.Member().OrganizationId, Id, ct) switch
        {
            TryVideoAccountOutcome.Works => Back(new PageNotice("success", "It works: the provider answered and accepts the account.")),
            TryVideoAccountOutcome.Fails fails => Back(new PageNotice("error", fails.Reason)),
            _ => NotFound(),
        };

    public async Task<IActionResult> OnPostRemoveAsync([FromServices] RemoveVideoAccount remove, CancellationToken ct)
    {
        if (!await remove.RunAsync(HttpContext.Member(), Id, ct))
            return NotFound();
        new PageNotice("success", "The account is forgotten.").LeaveIn(TempData);
        return new SeeOtherResult(Url.Page("/Admin/Settings/Video", new { id = "", handler = "" })!);
    }

    private SeeOtherResult Back(PageNotice notice)
    {
        notice.LeaveIn(TempData);
        return new SeeOtherResult(Url.Page("/Admin/Settings/VideoAccount", new { id = Id, handler = "" })!);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        Settings = await find.RunAsync(HttpContext.Member().OrganizationId, ct);
        if (Settings.Accounts.FirstOrDefault(account => account.Kind.Id == Id) is not { } account)
            return false;
        Account = account;
        return true;
    }
}
