using Microsoft.AspNetCore.SignalR;

namespace Portal.Web.Live;

public static class LiveServices
{
    public const string CallPath = "/live/call";

    /// <summary>A description with many tracks passes SignalR's default of 32 KB.</summary>
    public const int LargestMessage = 256 * 1024;

    public static IServiceCollection AddPortalLive(this IServiceCollection services)
    {
        services.AddSignalR().AddHubOptions<CallHub>(hub =>
        {
            hub.MaximumReceiveMessageSize = LargestMessage;
            // a lost connection is noticed within a quarter of a minute, on both ends
            hub.KeepAliveInterval = TimeSpan.FromSeconds(5);
            hub.ClientTimeoutInterval = TimeSpan.FromSeconds(15);
            hub.AddFilter<LimitMessages>();
        });
        services.AddSingleton<LimitMessages>();
        return services;
    }

    public static void MapPortalLive(this IEndpointRouteBuilder endpoints) => endpoints.MapHub<CallHub>(CallPath);
}
