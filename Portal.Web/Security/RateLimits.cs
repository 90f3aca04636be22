using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;

namespace Portal.Web.Security;

/// <summary>
/// How many changes a minute are taken from one source that has not signed in. It ends with the portal: the framework's own
/// middleware never ends the timers of its limiters, and so keeps the portal they were made for.
/// </summary>
public sealed class RateLimits(LimitOptions limits) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(http => IsLimited(http)
        ? RateLimitPartition.GetTokenBucketLimiter(SourceOf(http.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.PublicPostsPerMinute,
            TokensPerPeriod = Math.Max(1, limits.PublicPostsPerMinute / 6),
            ReplenishmentPeriod = TimeSpan.FromSeconds(10),
            QueueLimit = 0,
        })
        : RateLimitPartition.GetNoLimiter(""));

    public void Dispose() => limiter.Dispose();

    internal async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        using var lease = limiter.AttemptAcquire(http);
        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
            http.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>An IPv6 subscriber owns a /64 at least; one address of it is as good as another.</summary>
    internal static string SourceOf(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    // providers report from few addresses, and prove who they are
    private static bool IsLimited(HttpContext http) =>
        !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method) && !HttpMethods.IsOptions(http.Request.Method)
        && !http.User.Identities.Any(identity => identity.AuthenticationType == IdentityConstants.ApplicationScheme)
        && !http.Request.Path.StartsWithSegments("/live", StringComparison.Ordinal)
        && !http.Request.Path.StartsWithSegments("/webhooks", StringComparison.Ordinal);
}
