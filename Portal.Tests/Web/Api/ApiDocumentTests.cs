using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;
using Portal.Web.Api.Document;

namespace Portal.Tests.Web.Api;

[Trait("Req", "F6")]
public sealed partial class ApiDocumentTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Validator = """
        import { readFileSync } from 'node:fs';
        import { Validator } from '@seriousme/openapi-schema-validator';
        const { valid, errors } = await new Validator().validate(JSON.parse(readFileSync(0, 'utf8')));
        console.log(valid ? 'valid' : JSON.stringify(errors));
        """;

    [Fact]
    public async Task Every_route_of_the_api_is_in_the_document()
    {
        var documented = Operations(await ReadAsync()).Select(operation => operation.Key).ToHashSet();
        var mapped = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods
                .Select(method => $"{method.ToLowerInvariant()} {PathOf(route)}"))
            .ToList();

        Assert.NotEmpty(mapped);
        Assert.Empty(mapped.Except(documented));
    }

    [Fact]
    public async Task Every_operation_says_what_it_is_and_what_it_answers()
    {
        Assert.All(Operations(await ReadAsync()), operation =>
        {
            var (key, said) = (operation.Key, operation.Value);
            Assert.True(said["operationId"] is not null && said["summary"] is not null && said["tags"] is not null, $"{key} has no name, summary or tag");
            var done = said["responses"]!.AsObject().Where(answer => answer.Key[0] == '2').ToList();
            Assert.True(done.Count > 0 && done.TrueForAll(answer => answer.Key == "204" || answer.Value!["content"] is not null), $"{key} does not say what it answers");
        });
    }

    [Fact]
    public async Task Names_are_snake_case_and_refusals_have_one_shape()
    {
        var schemas = (await ReadAsync())["components"]!["schemas"]!.AsObject();

        // promised before the rest of the API
        string[] promised = [nameof(Portal.Web.Api.LaunchedCall), nameof(Portal.Web.Api.EndedMeeting)];
        var names = schemas.Where(schema => !promised.Contains(schema.Key))
            .SelectMany(schema => schema.Value!["properties"]?.AsObject().Select(property => $"{schema.Key}.{property.Key}") ?? []);
        Assert.DoesNotContain(names, name => !Snake().IsMatch(name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]));
        Assert.Contains("roomName", schemas["LaunchedCall"]!["properties"]!.AsObject().Select(property => property.Key));
        Assert.Contains("error", schemas[nameof(ApiError)]!["properties"]!.AsObject().Select(property => property.Key));
    }

    [Fact]
    public async Task Whoever_changes_something_shows_a_session_and_a_token()
    {
        var document = await ReadAsync();
        var schemes = document["components"]!["securitySchemes"]!.AsObject();
        Assert.Equal(("portal.session", "RequestVerificationToken"), ((string?)schemes["member"]!["name"], (string?)schemes["form_token"]!["name"]));
        var operations = Operations(document);
        Assert.Equal(["form_token", "member"], operations["post /api/meetings/meeting-types"]["security"]![0]!.AsObject().Select(scheme => scheme.Key).Order());
        Assert.Equal(["member"], operations["get /api/meetings/meeting-types"]["security"]![0]!.AsObject().Select(scheme => scheme.Key));
        Assert.Null(operations["get /api/meetings/availability"]["security"]);
    }

    [Fact]
    public async Task The_validator_of_others_finds_no_fault_in_it()
    {
        Assert.Equal("valid", await ValidateAsync((await ReadAsync()).ToJsonString()));
        Assert.NotEqual("valid", await ValidateAsync("""{"openapi":"3.1.1","info":{"title":"no version"},"paths":{}}"""));
    }

    private async Task<JsonNode> ReadAsync()
    {
        var response = await app.NewClient().GetAsync("/openapi/v1.json");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static Dictionary<string, JsonNode> Operations(JsonNode document) => document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Select(operation => (Key: $"{operation.Key} {path.Key}", Value: operation.Value!)))
        .ToDictionary(operation => operation.Key, operation => operation.Value);

    private static string PathOf(RouteEndpoint route) =>
        Constraint().Replace("/" + route.RoutePattern.RawText!.Trim('/'), "}");

    private static async Task<string> ValidateAsync(string document)
    {
        var start = new ProcessStartInfo("node", ["--input-type=module", "-e", Validator])
        {
            WorkingDirectory = Repository.PathOf("Portal.Web"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(document);
        node.StandardInput.Close();
        return (await node.StandardOutput.ReadToEndAsync()).Trim();
    }

    [GeneratedRegex("^[a-z0-9_]+$")]
    private static partial Regex Snake();

    [GeneratedRegex(":[^}]*}")]
    private static partial Regex Constraint();
}
