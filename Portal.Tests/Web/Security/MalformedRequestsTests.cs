using System.Net;
using System.Net.Http.Headers;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Security;

/// <summary>What no page was written for is refused before a page is run.</summary>
[Trait("Promise", "R15")]
public sealed class MalformedRequestsTests : IClassFixture<VisitorApp>, IDisposable
{
    private readonly VisitorApp app;
    private readonly PortalClient client;

    public MalformedRequestsTests(VisitorApp app) => client = (this.app = app).NewClient();

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData("PUT", "/book/acme", "GET")]
    [InlineData("DELETE", "/book/acme/intro-call", "GET, POST")]
    [InlineData("PATCH", "/account/sign-in", "GET, POST")]
    public async Task A_method_without_a_handler_is_not_allowed(string method, string url, string allowed)
    {
        var token = await TokenAsync();
        var request = new HttpRequestMessage(new HttpMethod(method), url);
        request.Headers.Add("RequestVerificationToken", token);

        var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(allowed, string.Join(", ", response.Content.Headers.Allow.Order()));
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=another")]
    [InlineData("multipart/form-data")]
    public async Task A_form_that_cannot_be_read_is_a_bad_request(string contentType)
    {
        var token = await TokenAsync();
        var request = new HttpRequestMessage(HttpMethod.Post, "/account/sign-in") { Content = new StringContent("--x\r\nno form at all") };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        request.Headers.Add("RequestVerificationToken", token);

        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("/account/sign-in")]
    [InlineData("/api/meetings/end-meeting")]
    public async Task A_name_or_a_value_with_a_null_character_is_a_bad_request(string url)
    {
        using var staff = app.NewClient();
        await staff.GetDocumentAsync("/account/sign-in");
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent("a%00=b%00") };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");

        Assert.Equal(HttpStatusCode.BadRequest, (await staff.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_name_of_brackets_is_as_good_as_any_other()
    {
        var token = await TokenAsync();
        var fields = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("a[b", "c")]);

        var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/account/sign-in") { Content = fields });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    [Fact]
    public async Task A_check_box_that_is_neither_on_nor_off_is_answered_with_the_form()
    {
        var form = await client.GetDocumentAsync("/account/sign-in");

        var response = await client.PostFormAsync(form, "form[method=post]", new Dictionary<string, string> { ["Input.Remember"] = "perhaps", ["Input.Email"] = "ada@acme.test" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("ada@acme.test", (await PortalClient.ReadAsync(response)).QuerySelector("[name='Input.Email']")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/error")]
    [InlineData("/error/500")]
    public async Task The_pages_for_errors_are_no_pages_of_their_own(string url) =>
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(url)).StatusCode);

    private async Task<string> TokenAsync() =>
        (await client.GetDocumentAsync("/account/sign-in")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}
