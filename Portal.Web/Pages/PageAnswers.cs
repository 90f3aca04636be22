using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web.Pages.Shared;

namespace Portal.Web.Pages;

internal static class PageAnswers
{
    /// <summary>The page itself, with a status that tells the truth: 409, 422.</summary>
    public static PageResult PageWith(this PageModel page, int status)
    {
        var answer = page.Page();
        answer.StatusCode = status;
        return answer;
    }

    /// <summary>What was posted is done; the page at the address says so once.</summary>
    public static SeeOtherResult Done(this PageModel page, string words, string url) => page.SeeOther(url, new PageNotice("success", words));

    /// <summary>What came of a post is said once by the page at the address.</summary>
    public static SeeOtherResult SeeOther(this PageModel page, string url, PageNotice notice)
    {
        notice.LeaveIn(page.TempData);
        return new SeeOtherResult(url);
    }
}
