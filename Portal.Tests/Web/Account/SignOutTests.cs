using System.Net;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Account;

[Trait("Req", "F5")]
public sealed class SignOutTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Signing_out_lands_on_the_sign_in_page_with_a_notice_and_ends_the_session()
    {
        using var client = await app.SignInAsync("mara@acme.test");
        var dashboard = await client.GetDocumentAsync("/dashboard");

        var response = await client.PostFormAsync(dashboard, ".staff-wide form[action='/account/sign-out']");

        Assert.Equal("/account/sign-in", response.Headers.Location!.OriginalString);
        var signIn = await client.GetDocumentAsync("/account/sign-in");
        Assert.Contains("You are signed out.", signIn.QuerySelector("[role=status].notice")!.TextContent, StringComparison.Ordinal);
        var again = await client.GetAsync("/dashboard");
        Assert.StartsWith("/account/sign-in?returnUrl=%2Fdashboard", again.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_get_signs_nobody_out()
    {
        using var client = await app.SignInAsync("mara@acme.test");

        var response = await client.GetAsync("/account/sign-out");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        await client.GetDocumentAsync("/dashboard");
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_refused()
    {
        using var client = await app.SignInAsync("mara@acme.test");

        var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/account/sign-out"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await client.GetDocumentAsync("/dashboard");
    }
}
