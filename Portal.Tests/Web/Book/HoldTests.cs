using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Book;

/// <summary>Asking for a time to be kept, by the browser that has its form open.</summary>
[Trait("Req", "F4")]
public sealed class HoldTests(VisitorApp app) : IClassFixture<VisitorApp>
{
    [Fact]
    public async Task A_kept_time_is_told_in_seconds_and_not_offered_to_another_browser()
    {
        using var vera = app.NewClient();
        using var otto = app.NewClient();

        var held = await HoldAsync(vera, "2026-01-06T11:00");

        Assert.Equal(HttpStatusCode.OK, held.StatusCode);
        Assert.Equal(300, (await held.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("seconds").GetInt32());
        Assert.Equal(HttpStatusCode.Conflict, (await HoldAsync(otto, "2026-01-06T11:00", form: "2026-01-06T12:00")).StatusCode);
        Assert.Contains("no longer free", (await otto.GetDocumentAsync(VisitorApp.TimeLink("2026-01-06T11:00"))).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await vera.GetDocumentAsync(VisitorApp.TimeLink("2026-01-06T11:00"))).GetElementById("details"));
    }

    [Theory]
    [Trait("Req", "N3")]
    [InlineData("2026-01-10T11:00", "cannot be booked", "There are no meetings at this time.")]
    [InlineData("2026-01-02T11:00", "cannot be booked", "It is too late to book this time.")]
    [InlineData("2026-07-07T11:00", "cannot be booked", "This time is too far ahead to be booked yet.")]
    [InlineData("2026-01-06T10:00", "is no longer free", "These are the nearest free times.")]
    public async Task A_visitor_is_told_politely_why_a_time_cannot_be_had(string at, string refused, string sentence)
    {
        using var client = app.NewClient();

        var notice = (await client.GetDocumentAsync(VisitorApp.TimeLink(at))).QuerySelector(".notice-error")!.TextContent;

        Assert.Contains(refused, notice, StringComparison.Ordinal);
        Assert.Contains(sentence, notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_back_it_is_free_at_once()
    {
        using var vera = app.NewClient();
        using var otto = app.NewClient();
        await HoldAsync(vera, "2026-01-07T11:00");

        var released = await PostAsync(vera, "2026-01-07T11:00", "/hold/release", "2026-01-07T11:00");

        Assert.Equal(HttpStatusCode.NoContent, released.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await HoldAsync(otto, "2026-01-07T11:00")).StatusCode);
    }

    [Fact]
    public async Task Whoever_holds_it_books_it()
    {
        using var vera = app.NewClient();
        await HoldAsync(vera, "2026-01-08T11:00");

        var visit = await app.BookAsync(vera, "2026-01-08T11:00");

        Assert.NotEqual(Guid.Empty, visit.Holder.BookingId);
    }

    [Fact]
    public async Task Looking_holds_nothing()
    {
        using var client = app.NewClient();
        var before = await app.FingerprintAsync();

        Assert.DoesNotContain("portal.holder", CookiesOf(await client.GetAsync(VisitorApp.IntroCall)), StringComparison.Ordinal);
        // the form has it before it is held: who sends it sooner than the hold is answered must be known as the same browser
        Assert.Contains("portal.holder", CookiesOf(await client.GetAsync(VisitorApp.TimeLink("2026-01-09T11:00"))), StringComparison.Ordinal);
        Assert.Equal(before, await app.FingerprintAsync());
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.GetAsync("/book/acme/intro-call/hold")).StatusCode);
    }

    [Theory]
    [InlineData("/book/acme/no-such-type/hold", "2026-01-09T11:00", HttpStatusCode.NotFound)]
    [InlineData("/book/globex/intro-call/hold", "2026-01-09T11:00", HttpStatusCode.NotFound)]
    public async Task What_does_not_exist_cannot_be_held(string path, string at, HttpStatusCode expected)
    {
        using var client = app.NewClient();

        Assert.Equal(expected, (await PostAsync(client, at, path, at, absolute: true)).StatusCode);
    }

    [Fact]
    public async Task A_request_from_elsewhere_is_refused()
    {
        using var client = app.NewClient();

        var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, VisitorApp.IntroCall + "/hold")
        {
            Content = new FormUrlEncodedContent([new("start", "2026-01-09T10:00:00Z")]),
        });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static string CookiesOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? string.Join('\n', cookies) : "";

    private static Task<HttpResponseMessage> HoldAsync(PortalClient client, string at, string? form = null) => PostAsync(client, form ?? at, "/hold", at);

    private static async Task<HttpResponseMessage> PostAsync(PortalClient client, string form, string path, string at, bool absolute = false)
    {
        var page = await client.GetDocumentAsync(VisitorApp.TimeLink(form));
        var token = ((IHtmlInputElement)page.QuerySelector("[name=__RequestVerificationToken]")!).Value;
        return await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, absolute ? path : VisitorApp.IntroCall + path)
        {
            Content = new FormUrlEncodedContent(
            [
                new("__RequestVerificationToken", token),
                new("start", Portal.Web.Pages.Book.SlotQuery.Write(Support.World.At(at))),
            ]),
        });
    }
}
