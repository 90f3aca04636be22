using System.Text.Json;

namespace Portal.Web.Hosting;

/// <summary>Every route there is, for checks that must not forget one; in Development only.</summary>
internal static class RouteTable
{
    public static void MapRouteTable(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            app.MapGet("/dev/routes", (IEnumerable<EndpointDataSource> sources) => Results.Json(sources
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .Select(route => new
                {
                    Pattern = route.RoutePattern.RawText,
                    Methods = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [],
                    IsFile = route.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is not null,
                })
                .Distinct(), JsonSerializerOptions.Web));
    }
}
