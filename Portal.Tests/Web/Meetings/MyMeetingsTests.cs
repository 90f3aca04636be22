using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Meetings;

[Trait("Req", "A8")]
public sealed class MyMeetingsTests : IAsyncLifetime
{
    private readonly VisitorApp app = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact, Trait("Req", "A9"), Trait("Req", "A10")]
    public async Task What_a_browser_booked_stands_there_with_its_countdown_and_opens_fifteen_minutes_before()
    {
        using var client = app.NewClient();
        await app.BookAsync(client, "2026-01-06T11:00");
        app.Time.Set(World.At("2026-01-06T10:40"));

        var page = await client.GetDocumentAsync("/meetings");
        Assert.Equal(["My Meetings", "Book New Meeting"], page.QuerySelectorAll("nav[aria-label='My meetings'] a").Select(tab => tab.TextContent));
        var card = Assert.Single(page.QuerySelectorAll("#my-meetings article"));
        Assert.Contains("Starts in 20 min", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Available 15 minutes before start", card.TextContent, StringComparison.Ordinal);
        Assert.NotNull(card.QuerySelector("button[disabled]"));
        Assert.NotNull(page.QuerySelector("#my-meetings[hx-get]"));

        app.Time.Set(World.At("2026-01-06T10:45"));
        var open = await client.GetDocumentAsync("/meetings");
        var joined = await client.PostFormAsync(open, "#my-meetings article form", new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.SeeOther, joined.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(joined.Headers.Location!.OriginalString)).StatusCode);
    }

    [Fact, Trait("Req", "C8")]
    public async Task Another_browser_sees_none_of_it_and_opens_none()
    {
        using var client = app.NewClient();
        var visit = await app.BookAsync(client, "2026-01-06T11:00");
        using var stranger = app.NewClient();
        await app.BookAsync(stranger, "2026-01-06T12:00", name: "Walter Beck");

        var page = await stranger.GetDocumentAsync("/meetings");

        Assert.Single(page.QuerySelectorAll("#my-meetings article"));
        var form = (AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("#my-meetings form")!;
        var response = await stranger.PostFormAsync(form, new Dictionary<string, string> { ["booking"] = visit.Holder.BookingId.ToString() });
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_other_tab_leads_to_where_one_books()
    {
        using var client = app.NewClient();
        await app.BookAsync(client, "2026-01-06T11:00");

        var page = await client.GetDocumentAsync("/meetings?tab=book");

        Assert.Equal("/book/acme", page.QuerySelector(".link-list a")!.GetAttribute("href"));
        Assert.Contains("knows no meetings", (await app.NewClient().GetDocumentAsync("/meetings")).Body!.TextContent, StringComparison.Ordinal);
    }
}
