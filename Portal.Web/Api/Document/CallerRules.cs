using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Portal.Web.Security;

namespace Portal.Web.Api.Document;

/// <summary>Writes into each operation who may call it, what they show for it, and how those are refused who may not.</summary>
internal sealed class CallerRules : IOpenApiOperationTransformer
{
    public const string MemberScheme = "member";
    public const string VisitorScheme = "visitor";
    public const string FormScheme = "form_token";
    public const string MemberCookie = SignIn.MemberCookie;
    public const string VisitorCookie = SignIn.VisitorCookie;
    public const string FormHeader = "RequestVerificationToken";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var endpoint = context.Description.ActionDescriptor.EndpointMetadata;
        var callers = endpoint.OfType<ApiCallers>().LastOrDefault();
        if (callers == ApiCallers.Anybody)
            return;
        var changes = context.Description.HttpMethod is not ("GET" or "HEAD");
        operation.Security = [];
        if (callers.HasFlag(ApiCallers.Members))
            operation.Security.Add(Showing(MemberScheme, changes, context.Document));
        if (callers.HasFlag(ApiCallers.Visitors))
            operation.Security.Add(Showing(VisitorScheme, changes, context.Document));

        var error = await context.GetOrCreateSchemaAsync(typeof(ApiError), null, cancellationToken);
        operation.Responses ??= [];
        operation.Responses.TryAdd("401", Refusal("Nobody is signed in.", error));
        if (changes)
            operation.Responses.TryAdd("400", Refusal($"The body cannot be read, or the {FormHeader} header is missing or out of date.", error));
    }

    private static OpenApiSecurityRequirement Showing(string scheme, bool changes, OpenApiDocument? document)
    {
        var shown = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };
        if (changes)
            shown[new OpenApiSecuritySchemeReference(FormScheme, document)] = [];
        return shown;
    }

    private static OpenApiResponse Refusal(string description, OpenApiSchema schema) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } },
    };
}
