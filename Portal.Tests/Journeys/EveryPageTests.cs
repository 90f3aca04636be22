using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Tests.Support.Browsers;

namespace Portal.Tests.Journeys;

/// <summary>Every page the routing table has, as far as its address names nothing: one that is added is looked at too.</summary>
[Collection(Browser.CallCollection)]
[Trait("Req", "F9")]
public sealed class EveryPageTests(Browser browser) : JourneyTests(browser)
{
    // only for errors, gone once the portal is set up, or only for a form
    private static readonly string[] NotForPeople = ["/error", "/setup", "/account/sign-out"];

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task No_page_an_owner_can_open_has_a_barrier_or_scrolls_sideways(int width, ColorScheme colours)
    {
        var owner = await OpenAsync(Address, options =>
        {
            options.ViewportSize = new() { Width = width, Height = 844 };
            options.ColorScheme = colours;
        });
        await SignInAsync(owner, "ada@acme.test");
        var paths = Paths();
        Assert.Contains("/admin/settings/waiting-room", paths);

        foreach (var path in paths)
        {
            var answer = await owner.Page.GotoAsync(path);
            Assert.True(answer!.Ok, $"{path}: {answer.Status}");
            await owner.Page.LooksRightAsync(path);
        }
    }

    private List<string> Paths() =>
    [
        .. Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<PageActionDescriptor>() is not null && route.RoutePattern.Parameters.Count == 0)
            .Select(route => "/" + route.RoutePattern.RawText!.Trim('/'))
            .Where(path => !NotForPeople.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
