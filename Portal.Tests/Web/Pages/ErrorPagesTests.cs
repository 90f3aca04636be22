using System.Net;
using AngleSharp.Html.Parser;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Pages;

/// <summary>On <see cref="BarePages"/>: error pages must answer when everything else is gone.</summary>
public class ErrorPagesTests : IAsyncLifetime
{
    private BarePages pages = null!;

    public async Task InitializeAsync() => pages = await BarePages.StartAsync("Production");

    public async Task DisposeAsync() => await pages.DisposeAsync();

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task An_exception_shows_a_reference_whatever_the_method(string method)
    {
        var response = await pages.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/throws"));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var html = await response.Content.ReadAsStringAsync();
        var reference = new HtmlParser().ParseDocument(html).QuerySelector(".facts code")!.TextContent;
        Assert.Contains(pages.Log.Lines, line => line.Text.Contains(reference, StringComparison.Ordinal) && line.Exception?.Message == "the test asked for it");
        Assert.DoesNotContain("the test asked for it", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400), InlineData(401), InlineData(403), InlineData(404), InlineData(405), InlineData(409), InlineData(410)]
    [InlineData(413), InlineData(429), InlineData(503)]
    public async Task Each_status_has_words_of_its_own(int status)
    {
        var response = await pages.Client.GetAsync($"/answers/{status}");

        Assert.Equal(status, (int)response.StatusCode);
        var heading = await HeadingAsync(response);
        Assert.NotEqual(await HeadingAsync(await pages.Client.GetAsync("/answers/418")), heading);
    }

    [Fact]
    public async Task A_post_without_a_token_keeps_its_status()
    {
        var response = await pages.Client.PostAsync("/answers/410", new StringContent(""));

        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Equal("This link is no longer valid", await HeadingAsync(response));
    }

    [Fact]
    public async Task An_address_that_does_not_exist_says_so()
    {
        var response = await pages.Client.GetAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("There is no page here", await HeadingAsync(response));
    }

    [Fact]
    public async Task An_error_page_opened_by_its_own_address_tells_the_same_status() =>
        Assert.Equal(HttpStatusCode.NotFound, (await pages.Client.GetAsync("/error/404")).StatusCode);

    [Fact]
    [Trait("Promise", "R27")]
    public async Task A_form_that_met_a_busy_database_can_be_sent_again_with_everything_typed()
    {
        using var form = new FormUrlEncodedContent([new("Input.Name", "<b>Vera</b>"), new("Input.Notes", "two\nlines"), new("choice", "a"), new("choice", "b")]);

        var response = await pages.Client.PostAsync("/busy?start=now", form);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(5, response.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
        Assert.Contains("Nothing was changed", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form")!.GetAttribute("action"));
        Assert.Equal(
            ["Input.Name=<b>Vera</b>", "Input.Notes=two\nlines", "choice=a", "choice=b"],
            page.QuerySelectorAll("form input").Select(field => $"{field.GetAttribute("name")}={field.GetAttribute("value")}"));
    }

    [Fact]
    [Trait("Promise", "R27")]
    public async Task A_password_is_not_written_into_the_page_of_a_busy_database()
    {
        using var form = new FormUrlEncodedContent([new("Input.Email", "ada@acme.test"), new("Input.Password", "secret-of-ada")]);

        var response = await pages.Client.PostAsync("/busy", form);

        var html = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("secret-of-ada", html, StringComparison.Ordinal);
        Assert.Null(new HtmlParser().ParseDocument(html).QuerySelector("form"));
    }

    [Fact]
    [Trait("Promise", "R27")]
    public async Task A_script_that_met_a_busy_database_reads_json()
    {
        var response = await pages.Client.GetAsync("/api/busy");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        using var json = System.Text.Json.JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Assert.NotEmpty(json.RootElement.GetProperty("error").GetString()!);
    }

    private static async Task<string> HeadingAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync()).QuerySelector("h1")!.TextContent;
}
