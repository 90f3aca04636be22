using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Organizations;
using Portal.Core.Persistence;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Security;

[Trait("Promise", "R17")]
public sealed class ResponseHeaderTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/book/acme", HttpStatusCode.OK)]
    [InlineData("/account/sign-in", HttpStatusCode.OK)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("/dashboard", HttpStatusCode.Redirect)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/css/site.css", HttpStatusCode.OK)]
    public async Task Every_answer_carries_the_policies(string path, HttpStatusCode status)
    {
        using var client = app.NewClient();

        var response = await client.GetAsync(path);

        Assert.Equal(status, response.StatusCode);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("camera=()", Assert.Single(response.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/account/sign-in", true)]
    [InlineData("/meetings", true)]
    [InlineData("/book/acme/no-such-type", true)]
    [InlineData("/book/acme", false)]
    [InlineData("/book/acme/intro-call", false)]
    [InlineData("/book/acme/with/mara-lindner", false)]
    public async Task A_page_has_a_window_group_of_its_own_unless_it_shows_everybody_the_same(string path, bool hasOwn)
    {
        using var client = app.NewClient();

        var first = await client.GetAsync(path);
        var kept = await client.GetAsync(path);

        Assert.Equal(hasOwn, first.Headers.Contains("Cross-Origin-Opener-Policy"));
        Assert.Equal(hasOwn, kept.Headers.Contains("Cross-Origin-Opener-Policy"));
    }

    [Fact]
    public async Task A_page_is_not_stored_and_a_fingerprinted_file_may_be_forever()
    {
        using var client = app.NewClient();

        var page = await client.GetDocumentAsync("/");
        var answer = await client.GetAsync("/");

        Assert.True(answer.Headers.CacheControl!.NoStore);
        var stylesheet = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        Assert.Matches(@"/css/site\.[a-z0-9]+\.css", stylesheet);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(stylesheet)).StatusCode);
    }

    [Fact]
    public async Task A_failure_shows_a_reference_that_stands_in_the_log_and_nothing_else()
    {
        await using var broken = new PortalApp();
        using var client = broken.NewClient();
        await broken.RunAsync(async (PortalDbContext db) =>
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Organizations\" RENAME TO \"Gone\""));

        var page = await client.GetDocumentAsync("/book/acme", HttpStatusCode.InternalServerError);

        var text = page.Body!.TextContent;
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Organizations", text, StringComparison.Ordinal);
        var reference = page.QuerySelector("[data-reference], code")!.TextContent.Trim();
        Assert.Contains(broken.Logs.Lines, line => line.Text.Contains(reference, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/dev/mail")]
    [InlineData("/dev/components")]
    [InlineData("/demo/help-article")]
    public async Task Pages_for_developers_do_not_exist_in_Production(string path)
    {
        await using var production = new PortalApp { Environment = "Production", Settings = { ["Demo:Enabled"] = "false" } };
        using var inProduction = production.NewClient();
        using var inDevelopment = app.NewClient();
        await production.RunAsync(async (PortalDbContext db) =>
        {
            db.Organizations.Add(new Organization { Id = Guid.NewGuid(), Slug = "real", Name = "Real", Zone = NodaTime.DateTimeZone.Utc, WaitingRoomEnabled = true });
            return await db.SaveChangesAsync();
        });

        Assert.Equal(HttpStatusCode.OK, (await inDevelopment.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await inProduction.GetAsync(path)).StatusCode);
    }
}
