using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Net.Http.Headers;
using Portal.Core.Operations;

namespace Portal.Web.Hosting;

/// <summary>How this process joins the others, and how it leaves them.</summary>
internal static class NodeServices
{
    public static IServiceCollection AddPortalNode(this IServiceCollection services)
    {
        services.AddSingleton<NodePulse>();
        services.AddHostedService(provider => provider.GetRequiredService<NodePulse>());
        services.Replace(ServiceDescriptor.Singleton<IHostLifetime, DrainOnSignal>());
        // a mail on its way, a page half sent
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(60));
        return services;
    }

    /// <summary>Proxies keep connections open; asked to close them while the node drains, they lose no request when it ends.</summary>
    public static IApplicationBuilder UseDraining(this IApplicationBuilder app)
    {
        var node = app.ApplicationServices.GetRequiredService<ThisNode>();
        return app.Use((http, next) =>
        {
            if (node.DrainingSince is not null && HttpProtocol.IsHttp11(http.Request.Protocol) && !http.WebSockets.IsWebSocketRequest)
                http.Response.Headers[HeaderNames.Connection] = "close";
            return next(http);
        });
    }
}
