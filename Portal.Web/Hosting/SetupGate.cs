using Portal.Core.Organizations;

namespace Portal.Web.Hosting;

/// <summary>Until there is an organisation every page leads to the set-up; from then on there is no set-up page.</summary>
public sealed class SetupGate(RequestDelegate next)
{
    private const string Path = "/setup";

    private volatile bool isSetUp;

    public async Task InvokeAsync(HttpContext http, SetUpPortal setUp)
    {
        // the page that tells of a failing database must not ask it
        if (http.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        if (!isSetUp)
            isSetUp = !await setUp.IsNeededAsync(http.RequestAborted);

        var atSetup = http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);
        if (isSetUp && atSetup)
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (!isSetUp && !atSetup && HttpMethods.IsGet(http.Request.Method))
            http.Response.Redirect(Path);
        else
            await next(http);
    }
}
