using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Core.Bookings;

namespace Portal.Web.Pages.Meetings;

public static class MeetingVisitor
{
    /// <summary>Whose link opened this page; see <see cref="OpenedByLinkAttribute"/>.</summary>
    public static LinkHolder LinkHolder(this PageModel page) => page.HttpContext.Features.GetRequiredFeature<LinkHolder>();
}
