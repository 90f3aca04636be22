using System.Reflection;
using Microsoft.OpenApi;

namespace Portal.Web.Api.Document;

/// <summary>
/// What the API can do, for people and for programs that write clients: <c>/openapi/v1.json</c>, made of the endpoints as they
/// are mapped. Whoever maps one gives it a name, a tag, a summary and its answers.
/// </summary>
internal static class ApiDocument
{
    public const string Path = "/openapi/{documentName}.json";

    private const string Version = "v1";

    public static IServiceCollection AddApiDocument(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => StaffCalls.Apply(json.SerializerOptions));
        return services.AddOpenApi(Version, document =>
        {
            document.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            document.AddDocumentTransformer((written, _, _) =>
            {
                Introduce(written);
                return Task.CompletedTask;
            });
            document.AddOperationTransformer<CallerRules>();
        });
    }

    // the same for everybody, and dear to write
    public static void MapApiDocument(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapOpenApi(Path).CacheOutput(cache => cache.Expire(TimeSpan.FromMinutes(10)));

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Portal",
            Version = typeof(ApiDocument).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? Version,
            Description = "Meetings of an organisation: what can be booked and when, the bookings, the waiting room and the call. "
                + "Names are snake_case, moments are UTC (2026-11-24T13:00:00Z), lengths are whole minutes, prices are minor units with an ISO currency. "
                + "Who acts is taken from the session; a body that names somebody else is refused. A refusal says why in error.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [CallerRules.MemberScheme] = Cookie(CallerRules.MemberCookie, "The session of a signed-in member."),
            [CallerRules.VisitorScheme] = Cookie(CallerRules.VisitorCookie, "Given to whoever opens a visitor's link."),
            [CallerRules.FormScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.ApiKey,
                In = ParameterLocation.Header,
                Name = CallerRules.FormHeader,
                Description = "The antiforgery token of any page of the session, with whatever changes something.",
            },
        };
    }

    private static OpenApiSecurityScheme Cookie(string name, string description) => new()
    {
        Type = SecuritySchemeType.ApiKey,
        In = ParameterLocation.Cookie,
        Name = name,
        Description = description,
    };
}
