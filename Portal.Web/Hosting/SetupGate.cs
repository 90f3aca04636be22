using Portal.Core.Organizations;

namespace Portal.Web.Hosting;

/// <summary>Until there is an organisation every page leads to the set-up; from then on there is no set-up page.</summary>
public sealed class SetupGate(RequestDelegate next)
{
    private const string Path = "/setup";

    private volatile bool isSetUp;

    public async Task InvokeAsync(HttpContext http)
    {
        // the page that tells of a failing database must not ask it
        if (http.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        // asked of the services only until then: what it needs would be made for every page ever after
        if (!isSetUp)
            isSetUp = !await http.RequestServices.GetRequiredService<SetUpPortal>().IsNeededAsync(http.RequestAborted);

        var atSetup = http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);
        if (isSetUp && atSetup)
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (!isSetUp && !atSetup && HttpMethods.IsGet(http.Request.Method))
            http.Response.Redirect(Path);
        else
            await next(http);
    }
}
