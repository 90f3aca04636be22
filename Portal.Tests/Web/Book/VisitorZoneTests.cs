using AngleSharp.Dom;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Book;

/// <summary>Which zone times are shown in, and how it is changed.</summary>
[Trait("Req", "C1")]
public sealed class VisitorZoneTests(VisitorApp app) : IClassFixture<VisitorApp>
{
    private const string Day = VisitorApp.IntroCall + "?date=2026-01-06";

    [Theory]
    [InlineData(null, null, null, "Berlin time", "09:00")]
    [InlineData(null, null, "America%2FNew_York", "New York time", "03:00")]
    [InlineData(null, "Asia%2FTokyo", "America%2FNew_York", "Tokyo time", "00:00")]
    [InlineData("Europe/London", "Asia%2FTokyo", "America%2FNew_York", "London time", "08:00")]
    [InlineData("Mars/Olympus", null, "America%2FNew_York", "New York time", "03:00")]
    [InlineData("Mars/Olympus", "nowhere", "%00", "Berlin time", "09:00")]
    public async Task The_zone_named_goes_before_the_one_picked_before_the_browsers_before_the_organisations(
        string? named, string? picked, string? browsers, string zone, string firstTime)
    {
        using var client = app.NewClient();
        var request = new HttpRequestMessage(HttpMethod.Get, Day + (named is null ? "" : $"&zone={named}"));
        var cookies = new[] { ("portal.zone.chosen", picked), ("portal.zone", browsers) }.Where(cookie => cookie.Item2 is not null);
        foreach (var (name, value) in cookies)
            request.Headers.Add("Cookie", $"{name}={value}");

        var page = await PortalClient.ReadAsync(await client.SendAsync(request));

        Assert.Contains($"Times in {zone}", page.QuerySelector(".zone-line")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(firstTime, page.QuerySelector("a.time")!.TextContent);
    }

    [Fact]
    public async Task A_zone_named_by_the_address_stays_in_every_link()
    {
        using var client = app.NewClient();

        var page = await client.GetDocumentAsync(Day + "&zone=Asia/Tokyo");

        Assert.All(page.QuerySelectorAll("a.time, a.cal-day, .cal-bar a[href]"), link => Assert.Contains("zone=Asia%2FTokyo", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_a_zone_nobody_chose_is_left_for_the_browser_to_correct()
    {
        using var client = app.NewClient();

        var guessed = await client.GetDocumentAsync(Day);
        var named = await client.GetDocumentAsync(Day + "&zone=Asia/Tokyo");

        Assert.Equal("/book/acme/intro-call/slots?date=2026-01-06", guessed.QuerySelector("#booking")!.GetAttribute("data-browser-zone-url"));
        Assert.Equal("Europe/Berlin", guessed.QuerySelector("#booking")!.GetAttribute("data-zone"));
        Assert.Equal("", named.QuerySelector("#booking")!.GetAttribute("data-browser-zone-url"));
    }

    [Fact]
    public async Task The_list_of_zones_comes_when_it_is_asked_for_and_what_is_picked_is_remembered()
    {
        using var client = app.NewClient();
        var page = await client.GetDocumentAsync(Day);
        Assert.Null(page.QuerySelector("#zone"));

        var list = await client.GetDocumentAsync(page.QuerySelector(".zone-line a")!.GetAttribute("href")!);
        Assert.Equal("Europe/Berlin", IdOf(list.QuerySelector(".zone-list a[aria-current]")!));

        var found = await PortalClient.ReadAsync(await client.PostFormAsync(list, "#zone form", new Dictionary<string, string> { ["find"] = "sydney" }));
        var sydney = Assert.Single(found.QuerySelectorAll(".zone-list a"));
        var picked = await client.GetDocumentAsync(sydney.GetAttribute("href")!);
        Assert.Contains("Sydney time", picked.QuerySelector(".zone-line")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tue 6 January", picked.QuerySelector("#chosen")!.TextContent);

        // without the zone in the address
        var later = await client.GetDocumentAsync(Day);
        Assert.Contains("Sydney time", later.QuerySelector(".zone-line")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zone_named_by_a_link_is_not_remembered()
    {
        using var client = app.NewClient();

        var response = await client.GetAsync(Day + "&zone=Asia/Tokyo");

        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Far_from_the_host_the_days_are_the_visitors_days()
    {
        using var client = app.NewClient();

        // 09:00 on Tuesday in Berlin is still Monday evening in Honolulu
        var page = await client.GetDocumentAsync(VisitorApp.IntroCall + "?date=2026-01-05&zone=Pacific/Honolulu");

        Assert.Equal("Mon 5 January", page.QuerySelector("#chosen")!.TextContent);
        Assert.Contains("22:00", page.QuerySelectorAll("a.time").Select(time => time.TextContent));
        Assert.Equal(Offset.FromHours(-10), DateTimeZoneProviders.Tzdb["Pacific/Honolulu"].GetUtcOffset(app.Time.GetCurrentInstant()));
    }

    private static string? IdOf(IElement link) =>
        QueryHelpers.ParseQuery(new Uri("http://localhost" + link.GetAttribute("href")).Query)["zone"];
}
