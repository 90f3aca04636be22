using System.Diagnostics;

namespace Portal.Web.Hosting;

/// <summary>One line a request, by the pattern of its route: a path may hold the token of somebody's link, a pattern cannot.</summary>
public static partial class RequestLog
{
    public static IApplicationBuilder UseRequestLog(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Portal.Requests");
        return app.Use(async (http, next) =>
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                await next(http);
            }
            finally
            {
                var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
                var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                Answered(logger, http.Request.Method, route, http.Response.StatusCode, elapsed, http.TraceIdentifier);
            }
        });
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} {Route} {Status} in {Elapsed:F1} ms ({Reference})")]
    private static partial void Answered(ILogger logger, string method, string route, int status, double elapsed, string reference);
}
