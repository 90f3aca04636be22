using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Book;

/// <summary>Pages that are answered from memory: never an old one, never another visitor's.</summary>
[Trait("Promise", "P1")]
public sealed class KeptPagesTests : IClassFixture<VisitorApp>, IDisposable
{
    private const string Page = VisitorApp.IntroCall + "?date=2026-01-06";

    private readonly VisitorApp app;
    private readonly PortalClient client;

    public KeptPagesTests(VisitorApp app) => client = (this.app = app).NewClient();

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData(Page)]
    [InlineData(VisitorApp.IntroCall + "/slots?date=2026-01-06")]
    [InlineData("/book/acme")]
    public async Task What_has_not_changed_is_answered_from_memory(string url)
    {
        await client.GetAsync(url);

        Assert.True(IsKept(await client.GetAsync(url)));
    }

    [Fact]
    public async Task A_time_that_was_booked_is_not_offered_from_memory()
    {
        Assert.Contains("11:15", await TimesAsync(client, VisitorApp.IntroCall + "?date=2026-01-07"));

        using var other = app.NewClient();
        await app.BookAsync(other, "2026-01-07T11:15");

        Assert.DoesNotContain("11:15", await TimesAsync(client, VisitorApp.IntroCall + "?date=2026-01-07"));
    }

    [Fact]
    public async Task A_meeting_type_that_was_renamed_has_its_new_name_at_once()
    {
        await client.GetAsync("/book/acme");
        await client.GetAsync("/book/acme/workshop");
        var name = await app.ReadAsync(db => db.MeetingTypes.Where(type => type.Slug == "workshop").Select(type => type.Name).SingleAsync());
        try
        {
            await app.ChangeTypeAsync("workshop", type => type.Name = "Renamed workshop");

            Assert.Contains("Renamed workshop", await client.Http.GetStringAsync("/book/acme"), StringComparison.Ordinal);
            Assert.Contains("Renamed workshop", await client.Http.GetStringAsync("/book/acme/workshop"), StringComparison.Ordinal);
        }
        finally
        {
            await app.ChangeTypeAsync("workshop", type => type.Name = name);
        }
    }

    [Fact]
    public async Task The_time_of_day_on_it_is_the_present_one()
    {
        await client.GetAsync(Page);
        var before = (await client.GetDocumentAsync(Page)).QuerySelector(".zone-line span")!.TextContent;

        app.Time.Advance(Duration.FromMinutes(1));

        Assert.NotEqual(before, (await client.GetDocumentAsync(Page)).QuerySelector(".zone-line span")!.TextContent);
    }

    [Theory]
    [InlineData("Cookie", "portal.zone=America/New_York")]
    [InlineData("Cookie", "portal.zone.chosen=Europe/Berlin")]
    [InlineData("Cookie", "portal.theme=dark")]
    [InlineData("Accept-Language", "en-US")]
    public async Task A_visitor_who_reads_it_otherwise_gets_another(string header, string value)
    {
        await client.GetAsync(Page);
        var kept = await client.GetAsync(Page);

        var other = await AskAsync(Page, header, value);

        Assert.True(IsKept(kept));
        Assert.False(IsKept(other));
        Assert.NotEqual(await kept.Content.ReadAsStringAsync(), await other.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_page_of_a_browser_that_holds_a_time_is_its_own()
    {
        await client.GetAsync(Page);

        Assert.False(IsKept(await AskAsync(Page, "Cookie", "portal.holder=somebody")));
    }

    [Fact]
    public async Task A_form_is_made_for_one_visitor()
    {
        var form = VisitorApp.TimeLink("2026-01-06T12:00");
        var first = await client.GetAsync(form);
        var second = await client.GetAsync(form);

        Assert.False(IsKept(second));
        Assert.NotEqual(TokenOf(await PortalClient.ReadAsync(first)), TokenOf(await PortalClient.ReadAsync(second)));
    }

    [Fact]
    public async Task A_zone_that_is_picked_is_remembered_every_time()
    {
        const string Picked = Page + "&zone=Asia/Tokyo&remember=1";
        await client.GetAsync(Picked);

        using var other = app.NewClient();
        var response = await other.GetAsync(Picked);

        Assert.False(IsKept(response));
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("portal.zone.chosen=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/book/acme/no-such-type")]
    [InlineData("/book/no-such-organisation")]
    public async Task What_does_not_exist_is_not_kept(string url)
    {
        await client.GetAsync(url);
        var response = await client.GetAsync(url);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.False(IsKept(response));
    }

    [Fact]
    public async Task It_says_the_same_about_its_safety_as_any_other()
    {
        await client.GetAsync(Page);
        var kept = await client.GetAsync(Page);

        Assert.True(IsKept(kept));
        foreach (var header in new[] { "Content-Security-Policy", "Cache-Control", "Referrer-Policy", "X-Content-Type-Options" })
            Assert.Single(kept.Headers.GetValues(header));
        Assert.Equal("no-store", kept.Headers.CacheControl!.ToString());
    }

    // the middleware says how old its answer is
    private static bool IsKept(HttpResponseMessage response) => response.Headers.Age is not null;

    private Task<HttpResponseMessage> AskAsync(string url, string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add(header, value);
        return client.SendAsync(request);
    }

    private static async Task<string[]> TimesAsync(PortalClient client, string url) =>
        [.. (await client.GetDocumentAsync(url)).QuerySelectorAll("a.time").Select(time => time.TextContent.Trim())];

    private static string? TokenOf(AngleSharp.Dom.IParentNode page) =>
        page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
}
