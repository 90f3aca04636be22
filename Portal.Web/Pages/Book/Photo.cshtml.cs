using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Profiles;

namespace Portal.Web.Pages.Book;

/// <summary>The picture of a public profile. Its address changes with its content, so a browser may keep it for good.</summary>
public sealed class PhotoModel(FindPhoto findPhoto) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string org, string host, string fingerprint, CancellationToken ct)
    {
        if (await findPhoto.RunAsync(org, host, fingerprint, ct) is not { } photo)
            return NotFound();
        Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        Response.Headers.XContentTypeOptions = "nosniff";
        return File(photo.Content, photo.ContentType);
    }
}
