namespace Portal.Web.Security;

/// <summary>
/// Refuses a form that cannot be read before anything looks into it: a page's handler would be called with nothing at all, and
/// the look for an antiforgery token would fail.
/// </summary>
public static class ReadableForms
{
    public static IApplicationBuilder UseReadableForms(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (await IsReadableAsync(http.Request, http.RequestAborted))
            await next(http);
        else
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
    });

    private static async Task<bool> IsReadableAsync(HttpRequest request, CancellationToken ct)
    {
        if (!request.HasFormContentType)
            return true;
        try
        {
            await request.ReadFormAsync(ct);
            return true;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return false;
        }
    }
}
