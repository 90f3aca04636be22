using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web.Hosting;

/// <summary>
/// Whoever opens a page or sends a form waits so long at most, however many waits it is made of, and is then told so: what is
/// given up piles up for nobody. Pages that wait for something else than the database say <c>[DisableRequestTimeout]</c>.
/// </summary>
public static class Patience
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public static IApplicationBuilder UsePatience(this IApplicationBuilder app) => app.UsePatience(Longest);

    public static IApplicationBuilder UsePatience(this IApplicationBuilder app, TimeSpan longest) => app.Use(async (http, next) =>
    {
        if (http.GetEndpoint()?.Metadata is not { } endpoint
            || endpoint.GetMetadata<PageActionDescriptor>() is null || endpoint.GetMetadata<DisableRequestTimeoutAttribute>() is not null)
        {
            await next(http);
            return;
        }

        var aborted = http.RequestAborted;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        patience.CancelAfter(longest);
        http.RequestAborted = patience.Token;
        try
        {
            await next(http);
        }
        catch (OperationCanceledException exception) when (!aborted.IsCancellationRequested)
        {
            // also of somebody who waited for the same answer as another whose patience ended
            throw new TimeoutException($"Not answered within {longest.TotalSeconds} s.", exception);
        }
        finally
        {
            http.RequestAborted = aborted;
        }
    });
}
