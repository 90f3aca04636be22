using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Book;

[Trait("Req", "C1")]
public sealed class MeetingTypePageTests(VisitorApp app) : IClassFixture<VisitorApp>
{
    private const string Page = VisitorApp.IntroCall;

    [Fact]
    public async Task It_opens_with_times_of_the_first_free_day()
    {
        using var client = app.NewClient();

        var page = await client.GetDocumentAsync(Page);

        Assert.Equal("Intro call", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("January 2026", page.QuerySelector("#period")!.TextContent);
        Assert.Equal("Mon 5 January", page.QuerySelector("#chosen")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll("a.time"));
        Assert.Equal("5", page.QuerySelector(".cal-today")!.TextContent);
    }

    [Fact, Trait("Req", "F9")]
    public async Task Every_link_on_it_is_a_page_of_its_own_and_none_changes_anything()
    {
        using var client = app.NewClient();
        var page = await client.GetDocumentAsync(Page);
        var before = await app.FingerprintAsync();

        var links = page.QuerySelectorAll("#booking a[href]").Select(link => link.GetAttribute("href")!.Split('#')[0]).Distinct().ToList();
        foreach (var link in links)
            Assert.NotNull((await client.GetDocumentAsync(link)).QuerySelector("html body #booking"));

        Assert.True(links.Count > 20);
        Assert.Equal(before, await app.FingerprintAsync());
    }

    [Fact]
    public async Task Every_link_moved_by_htmx_answers_the_same_choice_as_a_fragment()
    {
        using var client = app.NewClient();
        var page = await client.GetDocumentAsync(Page + "?article=reset-password");
        var link = page.QuerySelectorAll("a.cal-day").First(day => day.TextContent == "7");

        var request = new HttpRequestMessage(HttpMethod.Get, link.GetAttribute("hx-get"));
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-Current-URL", "http://localhost" + Page);
        var response = await client.SendAsync(request);
        var fragment = await response.Content.ReadAsStringAsync();
        var whole = await client.GetDocumentAsync(link.GetAttribute("href")!);

        Assert.StartsWith("<div id=\"booking\"", fragment.TrimStart(), StringComparison.Ordinal);
        Assert.Equal("/book/acme/intro-call?date=2026-01-07&article=reset-password", response.Headers.GetValues("HX-Push-Url").Single());
        Assert.Equal(Times(whole), Times(await PortalClient.ReadAsync(response)));
        Assert.Equal("Wed 7 January", whole.QuerySelector("#chosen")!.TextContent);
    }

    [Fact]
    public async Task The_address_is_left_alone_when_it_already_says_what_is_shown()
    {
        using var client = app.NewClient();
        var request = new HttpRequestMessage(HttpMethod.Get, Page + "/slots?date=2026-01-07");
        request.Headers.Add("HX-Current-URL", "http://localhost" + Page + "?date=2026-01-07");

        Assert.False((await client.SendAsync(request)).Headers.Contains("HX-Push-Url"));
    }

    [Fact]
    public async Task The_month_is_a_table_and_each_day_in_it_is_named_in_full()
    {
        using var client = app.NewClient();

        var page = await client.GetDocumentAsync(Page);

        var table = page.QuerySelector("table.cal")!;
        Assert.Equal(7, table.QuerySelectorAll("th[scope=col][abbr]").Length);
        Assert.Equal(31, table.QuerySelectorAll(".cal-day").Length);
        Assert.Matches("^Tue 6 January, [0-9]+ times$", table.QuerySelectorAll("a.cal-day").First(day => day.TextContent == "6").GetAttribute("aria-label"));
        Assert.Equal("Mon 5 January, 35 times", page.QuerySelector(".cal-selected")!.GetAttribute("aria-label"));
        Assert.Equal("Mon 5 January: 35 times", page.QuerySelector("[role=status]#says")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_month_before_today_has_no_link_and_the_last_has_none_after()
    {
        using var client = app.NewClient();

        var first = await client.GetDocumentAsync(Page + "?month=2025-06");
        var last = await client.GetDocumentAsync(Page + "?month=2031-06");

        Assert.Equal(["Next month, February 2026"], MonthLinks(first));
        Assert.Equal("March 2026", last.QuerySelector("#period")!.TextContent);
        Assert.Equal(["Previous month, February 2026"], MonthLinks(last));
    }

    [Fact]
    public async Task A_month_without_times_says_when_the_next_is_free()
    {
        await using var weekend = new VisitorApp();
        weekend.Time.Set(Instant.FromUtc(2026, 1, 31, 12, 0));
        using var client = weekend.NewClient();

        var opens = await client.GetDocumentAsync(VisitorApp.Consultation);
        var january = await client.GetDocumentAsync(VisitorApp.Consultation + "?month=2026-01");

        Assert.Equal("February 2026", opens.QuerySelector("#period")!.TextContent);
        Assert.Contains("No times are open in this month.", january.QuerySelector("#times")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mon 2 Feb, 09:00", january.QuerySelector("#times a")!.TextContent);
    }

    [Fact]
    public async Task Without_any_time_it_says_so_and_shows_no_calendar()
    {
        await using var idle = new VisitorApp();
        using var client = idle.NewClient();
        await client.GetAsync("/");
        await idle.ReadAsync(db => db.HostSchedules.ExecuteDeleteAsync());

        var page = await client.GetDocumentAsync(VisitorApp.Consultation);

        Assert.Contains("No times are open at the moment", page.QuerySelector(".empty-state")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("table.cal"));
    }

    [Theory, Trait("Req", "C8")]
    [InlineData("/book/globex/intro-call")]
    [InlineData("/book/acme/consultation")]
    [InlineData("/book/nobody/intro-call")]
    [InlineData("/book/globex/intro-call/slots")]
    [InlineData("/book/acme/intro-call/other")]
    public async Task A_meeting_of_another_organisation_is_not_found(string path)
    {
        using var client = app.NewClient();

        await client.GetDocumentAsync(path, HttpStatusCode.NotFound);
    }

    [Fact, Trait("Req", "F4")]
    public async Task A_link_to_a_time_that_is_taken_offers_the_nearest_free_ones()
    {
        using var client = app.NewClient();

        var page = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-06T10:00"));

        Assert.Contains("Tue 6 Jan, 10:00 is no longer free", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Tue 6 Jan, 09:15", "Tue 6 Jan, 09:30", "Tue 6 Jan, 10:30"], page.QuerySelectorAll(".times-list a").Select(link => link.TextContent));
        Assert.Null(page.QuerySelector("form[method=post]"));
        Assert.NotNull((await client.GetDocumentAsync(page.QuerySelector(".times-list a")!.GetAttribute("href")!)).QuerySelector("form[method=post]"));
    }

    [Fact]
    public async Task Nothing_of_it_is_stored_by_caches()
    {
        using var client = app.NewClient();

        Assert.True((await client.GetAsync(Page)).Headers.CacheControl!.NoStore);
    }

    private static List<string?> Times(IHtmlDocument document) => [.. document.QuerySelectorAll("a.time").Select(time => time.GetAttribute("href"))];

    private static List<string?> MonthLinks(IDocument page) => [.. page.QuerySelectorAll(".cal-bar a[data-turn][href]").Select(link => link.GetAttribute("aria-label"))];
}
