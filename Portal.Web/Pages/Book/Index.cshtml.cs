using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Core.MeetingTypes;
using Portal.Web.Security;

namespace Portal.Web.Pages.Book;

/// <summary>What an organisation offers to be booked.</summary>
[OutputCache(PolicyName = KeptPages.Offers)]
[StaysInWindowGroup]
public sealed class IndexModel(ListMeetingTypes listMeetingTypes) : PageModel
{
    public MeetingTypeList Offered { get; private set; } = null!;

    /// <summary>Kept in the links, so that it is still known when the meeting is booked.</summary>
    public string? Article { get; private set; }

    public async Task<IActionResult> OnGetAsync(string org, CancellationToken ct)
    {
        if (await listMeetingTypes.RunAsync(org, ct) is not { } offered)
            return NotFound();
        Offered = offered;
        Article = SlotQuery.ArticleOf(Request.Query["article"]);
        return Page();
    }
}
