using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Tests.Support.Http;

/// <summary>Everything the portal answers, read from its own routing table: what is added later is in it too.</summary>
public static partial class RoutingTable
{
    private static readonly string[] PageMethods = ["GET", "POST"];

    /// <param name="values">For the parameters of the routes; one that is not named here gets a word nobody has.</param>
    /// <returns>Method and address, each once.</returns>
    public static IReadOnlyList<(string Method, string Path)> AddressesOf(PortalApp app, IReadOnlyDictionary<string, string[]> values) =>
    [
        .. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(route => PathsOf(route.RoutePattern, values).SelectMany(path => MethodsOf(route).Select(method => (method, path))))
            .Distinct()
            .Order(),
    ];

    private static IEnumerable<string> MethodsOf(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods
        ?? (route.Metadata.GetMetadata<PageActionDescriptor>() is null ? ["GET"] : PageMethods);

    private static IEnumerable<string> PathsOf(RoutePattern pattern, IReadOnlyDictionary<string, string[]> values) =>
        pattern.PathSegments.Aggregate<RoutePatternPathSegment, IEnumerable<string>>([""], (paths, segment) =>
            [.. paths.SelectMany(path => WordsOf(segment, pattern, values).Select(word => word.Length == 0 ? path : $"{path}/{word}"))]);

    // a handler is one of those its route names, or none
    private static IEnumerable<string> WordsOf(RoutePatternPathSegment segment, RoutePattern pattern, IReadOnlyDictionary<string, string[]> values) =>
        segment.Parts.Aggregate<RoutePatternPart, IEnumerable<string>>([""], (words, part) => [.. words.SelectMany(word => part switch
        {
            RoutePatternLiteralPart literal => [word + literal.Content],
            RoutePatternSeparatorPart separator => [word + separator.Content],
            RoutePatternParameterPart { Name: "handler" } => [word, .. Handlers().Matches(pattern.RawText!).SelectMany(match => match.Groups[1].Value.Split('|')).Select(handler => word + handler)],
            RoutePatternParameterPart parameter => values.GetValueOrDefault(parameter.Name, ["unknown"]).Select(value => word + value),
            _ => throw new ArgumentOutOfRangeException(nameof(segment), part, "No part of a route."),
        })]);

    [GeneratedRegex(@"\{handler:regex\(\^\(([^)]*)\)\$\)")]
    private static partial Regex Handlers();
}
