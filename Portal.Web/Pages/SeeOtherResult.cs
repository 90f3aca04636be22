using Microsoft.AspNetCore.Mvc;

namespace Portal.Web.Pages;

/// <summary>303: what was posted is done, and is seen there. Going back or reloading sends nothing again.</summary>
/// <param name="url">Of this portal.</param>
public sealed class SeeOtherResult(string url) : StatusCodeResult(StatusCodes.Status303SeeOther)
{
    public override void ExecuteResult(ActionContext context)
    {
        base.ExecuteResult(context);
        context.HttpContext.Response.Headers.Location = url;
    }
}
