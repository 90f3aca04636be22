using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Portal.Core.Bookings;

namespace Portal.Web.Pages.Meetings;

/// <summary>
/// On a page model whose route has a <c>{token}</c>: the visitor it was issued to is known before any handler runs, and
/// 404 is the answer to a token nobody has, to one that has expired, and to no other.
/// </summary>
/// <param name="needed"><see cref="LinkPurpose.Manage"/> for pages a join link must not open: they answer it 403.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenedByLinkAttribute(LinkPurpose needed) : Attribute, IAsyncResourceFilter
{
    public LinkPurpose Needed { get; } = needed;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var findLink = http.RequestServices.GetRequiredService<FindAccessLink>();
        var holder = await findLink.RunAsync((string)context.RouteData.Values["token"]!, http.RequestAborted);
        if (holder is null)
        {
            context.Result = new NotFoundResult();
        }
        else if (Needed == LinkPurpose.Manage && holder.Purpose != LinkPurpose.Manage)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
        else
        {
            http.Features.Set(holder);
            await next();
        }
    }
}
