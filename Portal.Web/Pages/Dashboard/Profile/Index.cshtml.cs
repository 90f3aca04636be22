using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Portal.Core;
using Portal.Core.Availability.Editing;
using Portal.Core.Organizations;
using Portal.Core.Profiles;
using Portal.Web.Pages.Shared;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard.Profile;

/// <summary>What a member shows of themselves to visitors (D3).</summary>
[RequestSizeLimit(SaveProfileRequest.LargestPhoto * 2)]
[DisableRequestTimeout]
public sealed class IndexModel(FindOwnProfile findOwnProfile, IOptions<PortalOptions> portal) : PageModel
{
    [BindProperty]
    public ProfileInput Input { get; set; } = new();

    /// <summary>As it is saved.</summary>
    public OwnProfile Saved { get; private set; } = null!;

    public CurrentMember Member => HttpContext.Member();

    public string AddressBefore => $"{portal.Value.BaseUrl}/book/{Member.OrganizationSlug}/with/";

    private HostKey Key => new(Member.OrganizationId, Member.UserId);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Saved = await findOwnProfile.RunAsync(Key, ct);
        Input = new ProfileInput { Slug = Saved.Slug, Text = Saved.Text };
    }

    public async Task<IActionResult> OnPostAsync([FromServices] SaveProfile save, CancellationToken ct)
    {
        Saved = await findOwnProfile.RunAsync(Key, ct);
        var slug = string.IsNullOrWhiteSpace(Input.Slug) ? null : Input.Slug.Trim();
        if (slug is not null && (!Slug.IsValid(slug) || Guid.TryParse(slug, out _)))
            ModelState.AddModelError("Input.Slug", "Use 3 to 64 lower-case letters, digits and hyphens, such as mara-lindner.");
        if (ModelState.IsValid)
        {
            var outcome = await save.RunAsync(new SaveProfileRequest(Key, slug, Input.Text?.Trim() ?? "", await ReadPhotoAsync(ct), Input.RemovesPhoto), ct);
            if (outcome is SaveProfileOutcome.Saved)
            {
                Notice(slug).LeaveIn(TempData);
                return new SeeOtherResult(Url.Page("/Dashboard/Profile/Index", "")!);
            }
            var (field, sentence) = WordsOf(outcome);
            ModelState.AddModelError(field, sentence);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private PageNotice Notice(string? slug) => slug is null
        ? new PageNotice("success", "Saved. Without an address your profile is not shown.")
        : new PageNotice("success", "Your profile is saved.", "See it as visitors do", $"{AddressBefore}{slug}");

    private static (string Field, string Sentence) WordsOf(SaveProfileOutcome refusal) => refusal switch
    {
        SaveProfileOutcome.SlugTaken => ("Input.Slug", "A colleague has this address. Choose another."),
        SaveProfileOutcome.PhotoTooLarge => ("Input.Photo", "The picture is larger than 2 MB. Choose a smaller one."),
        SaveProfileOutcome.NotAPhoto => ("Input.Photo", "The file is not a JPEG, PNG or WebP picture."),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Not a refusal."),
    };

    private async Task<byte[]?> ReadPhotoAsync(CancellationToken ct)
    {
        if (Input.Photo is not { Length: > 0 } file)
            return null;
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, ct);
        return content.ToArray();
    }
}
