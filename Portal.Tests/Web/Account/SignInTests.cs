using System.Net;
using AngleSharp.Html.Dom;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Account;

[Trait("Req", "F5")]
public sealed class SignInTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Mara = "mara@acme.test";
    private const string Form = "form:has(input[type=password])";

    [Fact]
    public async Task The_right_password_leads_to_the_dashboard()
    {
        using var client = app.NewClient();

        var response = await SignInAsync(client, Mara, PortalApp.Password);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/dashboard", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task An_unknown_email_and_a_wrong_password_are_refused_with_the_same_words()
    {
        using var client = app.NewClient();

        var wrong = await SignInAsync(client, "tilda@acme.test", "not her password");
        var unknown = await SignInAsync(client, "nobody@acme.test", "not her password");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.StatusCode);
        var words = (await PortalClient.ReadAsync(wrong)).QuerySelector("[role=alert]")!.TextContent;
        Assert.Contains("do not belong together", words, StringComparison.Ordinal);
        Assert.Equal(words, (await PortalClient.ReadAsync(unknown)).QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task A_refused_form_keeps_the_email_and_not_the_password()
    {
        using var client = app.NewClient();

        var page = await PortalClient.ReadAsync(await SignInAsync(client, "tilda@acme.test", "not her password"));

        Assert.Equal("tilda@acme.test", ((IHtmlInputElement)page.QuerySelector("input[type=email]")!).Value);
        Assert.Equal("", ((IHtmlInputElement)page.QuerySelector("input[type=password]")!).Value);
    }

    [Fact]
    public async Task Empty_fields_are_named_beside_themselves()
    {
        using var client = app.NewClient();

        var response = await SignInAsync(client, "", "");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await PortalClient.ReadAsync(response);
        Assert.Contains("Enter your email address.", page.QuerySelector("#Input_Email-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Enter your password.", page.QuerySelector("#Input_Password-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_ten_wrong_passwords_the_right_one_is_refused_too_and_it_says_how_long()
    {
        using var client = app.NewClient();
        for (var attempt = 0; attempt < 10; attempt++)
            await SignInAsync(client, "emil@acme.test", "guess");

        var response = await SignInAsync(client, "emil@acme.test", PortalApp.Password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("Wait 5 minutes", (await PortalClient.ReadAsync(response)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/bookings?text=lena", "/admin/bookings?text=lena")]
    [InlineData("https://elsewhere.test/", "/dashboard")]
    [InlineData("//elsewhere.test", "/dashboard")]
    [InlineData("/\\elsewhere.test", "/dashboard")]
    public async Task Only_an_address_of_this_portal_is_followed_afterwards(string returnUrl, string expected)
    {
        using var client = app.NewClient();
        var page = await client.GetDocumentAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        var response = await client.PostFormAsync(page, Form, Credentials(Mara, PortalApp.Password));

        Assert.Equal(expected, response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Staying_signed_in_outlives_the_browser_and_is_not_the_default()
    {
        using var passing = app.NewClient();
        using var staying = app.NewClient();
        var page = await staying.GetDocumentAsync("/account/sign-in");

        var passed = await SignInAsync(passing, Mara, PortalApp.Password);
        var stayed = await staying.PostFormAsync(page, Form, new Dictionary<string, string>(Credentials(Mara, PortalApp.Password)) { ["Input.Remember"] = "true" });

        Assert.DoesNotContain("expires=", SessionCookie(passed), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("expires=", SessionCookie(stayed), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", SessionCookie(stayed), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_refused()
    {
        using var client = app.NewClient();

        var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/account/sign-in")
        {
            Content = new FormUrlEncodedContent(Credentials(Mara, PortalApp.Password)),
        });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_demo_person_fills_in_the_form()
    {
        using var client = app.NewClient();
        var page = await client.GetDocumentAsync("/account/sign-in?returnUrl=%2Fadmin%2Fbookings");
        var link = page.QuerySelectorAll("a.chip").Cast<IHtmlAnchorElement>().Single(chip => chip.TextContent.Contains("Mara Lindner", StringComparison.Ordinal));

        var response = await client.PostFormAsync(await client.GetDocumentAsync(link.PathName + link.Search), Form);

        Assert.Equal("/admin/bookings", response.Headers.Location!.OriginalString);
    }

    private static async Task<HttpResponseMessage> SignInAsync(PortalClient client, string email, string password) =>
        await client.PostFormAsync(await client.GetDocumentAsync("/account/sign-in"), Form, Credentials(email, password));

    private static Dictionary<string, string> Credentials(string email, string password) =>
        new() { ["Input.Email"] = email, ["Input.Password"] = password };

    private static string SessionCookie(HttpResponseMessage response) =>
        response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("portal.session=", StringComparison.Ordinal));
}
