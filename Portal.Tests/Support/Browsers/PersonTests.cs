using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Portal.Tests.Support.Browsers;

/// <summary>That a browser test sees what goes wrong, shown on pages made wrong on purpose.</summary>
[Collection(Browser.Collection)]
public sealed class PersonTests(Browser browser) : IAsyncLifetime
{
    private readonly WebApplication site = WebApplication.CreateSlimBuilder().Build();

    [Theory]
    [InlineData("<script>document.title = 'inline'</script>", "Content Security Policy")]
    [InlineData("<p style='color: red'>styled</p>", "Content Security Policy")]
    [InlineData("<script src='/throws.js'></script>", "thrown on purpose")]
    [InlineData("<img src='/broken' alt=''>", "500")]
    public async Task A_page_that_goes_wrong_is_noticed(string body, string problem)
    {
        await using var person = await OpenAsync(body);

        Assert.Contains(person.Problems, noticed => noticed.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_in_order_has_no_problem()
    {
        await using var person = await OpenAsync("<p>fine</p>");

        Assert.Empty(person.Problems);
    }

    [Fact]
    public async Task Axe_finds_a_fault_without_switching_the_content_security_policy_off()
    {
        await using var person = await OpenAsync("<main><h1>Pictures</h1><img src='/fine'></main>");

        var violations = await person.Page.AxeAsync();

        Assert.Contains(violations, violation => violation.StartsWith("image-alt", StringComparison.Ordinal));
        Assert.Empty(person.Problems);
    }

    public async Task InitializeAsync()
    {
        site.Urls.Add("http://127.0.0.1:0");
        site.MapGet("/page", (HttpContext http, string body) =>
        {
            http.Response.Headers.ContentSecurityPolicy = "default-src 'self'";
            return Results.Content($"<!doctype html><html lang=en><title>Page</title><link rel=icon href='/fine'><body>{body}", "text/html");
        });
        site.MapGet("/throws.js", () => Results.Content("throw new Error('thrown on purpose')", "text/javascript"));
        site.MapGet("/fine", () => Results.Content("<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"));
        site.MapGet("/broken", () => Results.StatusCode(500));
        await site.StartAsync();
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    private async Task<Person> OpenAsync(string body)
    {
        var person = await Person.OpenAsync(browser, new() { BaseURL = site.Urls.Single() });
        await person.Page.GotoAsync("/page?body=" + Uri.EscapeDataString(body));
        return person;
    }
}
