using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Core.Availability.Editing;
using Portal.Core.Organizations;
using Portal.Web.Security;

namespace Portal.Web.Pages.Dashboard.Availability;

/// <summary>
/// Whose hours a page is about: the member's own, or those of the colleague an admin names by <c>?host=</c>. Anybody else
/// is refused, and whoever does not belong to the organisation does not exist (C8).
/// </summary>
public sealed class EditedHostFilter : IAsyncResourceFilter
{
    public const string Query = "host";

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var member = http.Member();
        var asked = http.Request.Query[Query].ToString();
        Guid? hostId = asked.Length == 0 ? member.UserId : Guid.TryParse(asked, out var id) ? id : null;
        if (hostId != member.UserId && !member.IsAtLeast(MemberRole.Admin))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
            return;
        }

        var found = hostId is { } host
            ? await http.RequestServices.GetRequiredService<FindAvailability>().RunAsync(new HostKey(member.OrganizationId, host), http.RequestAborted)
            : null;
        if (found is null)
        {
            context.Result = new NotFoundResult();
            return;
        }

        http.Features.Set(new EditedHost(found, found.Host.HostId == member.UserId ? null : found.Host.HostId));
        await next();
    }
}
