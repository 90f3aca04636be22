namespace Portal.Web.Api.Document;

/// <summary>How endpoints say what the document cannot see: who may call them, and how they refuse.</summary>
internal static class ApiDescriptions
{
    /// <summary>For endpoints open to everybody nothing has to be said.</summary>
    public static TBuilder CalledBy<TBuilder>(this TBuilder endpoint, ApiCallers callers)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(callers);

    /// <summary>Each answered with an <see cref="ApiError"/>.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses)
            endpoint.Produces<ApiError>(status);
        return endpoint;
    }
}
