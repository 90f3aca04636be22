using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Portal.Core.Video.Direct;

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
        services.AddSingleton<CallConnections>();
        services.AddSingleton<HubLifetimeManager<CallHub>>(provider => provider.GetRequiredService<CallConnections>());
        services.AddSingleton<ICallPages, CallPages>();
        services.AddHostedService<CallPostman>();
        return services;
    }

    // a WebSocket is one connection to one node; what negotiates first needs the same node twice
    public static void MapPortalLive(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapHub<CallHub>(CallPath, hub => hub.Transports = HttpTransportType.WebSockets);
}
