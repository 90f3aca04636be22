using System.IO.Compression;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Availability;
using Portal.Core.MeetingTypes;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Book;

/// <summary>The week and the day as pages and fragments, without a script.</summary>
[Trait("Req", "C1")]
public sealed class CalendarViewPageTests(VisitorApp app) : IClassFixture<VisitorApp>
{
    private const string Page = VisitorApp.IntroCall;

    [Fact]
    public async Task A_week_shows_the_times_of_seven_days_at_their_places()
    {
        using var client = app.NewClient();

        var page = await client.GetDocumentAsync(Page + "?view=week&date=2026-01-14");

        Assert.Equal("12–18 Jan 2026", page.QuerySelector("#period")!.TextContent);
        Assert.Equal(["Mon 12 January", "Tue 13 January", "Wed 14 January", "Thu 15 January", "Fri 16 January", "Sat 17 January", "Sun 18 January"],
            page.QuerySelectorAll(".week-head").Select(head => head.TextContent));
        var tuesday = page.QuerySelector("[data-row='2026-01-13']")!;
        Assert.Equal("09:00", tuesday.QuerySelector("a.time")!.TextContent);
        Assert.Equal("at-hour-3 at-part-3", tuesday.QuerySelectorAll("a.time").Single(time => time.TextContent == "11:45").ParentElement!.ClassName);
        Assert.Equal(["08:00", "09:00"], page.QuerySelectorAll(".week-hours span").Take(2).Select(hour => hour.TextContent));
        Assert.Empty(page.QuerySelectorAll("[data-row='2026-01-17'] a"));
    }

    [Fact]
    public async Task A_day_shows_its_hours_under_the_part_of_the_day_and_the_week_around_it()
    {
        using var client = app.NewClient();

        var page = await client.GetDocumentAsync(Page + "?view=day&date=2026-01-14");

        Assert.Equal("Wed 14 January", page.QuerySelector("#period")!.TextContent);
        Assert.Equal(["Morning", "Afternoon"], page.QuerySelectorAll(".day h3").Select(part => part.TextContent));
        Assert.Equal(["09:00", "10:00", "11:00", "12:00"], page.QuerySelectorAll(".day-hour > span").Take(4).Select(hour => hour.TextContent));
        Assert.Equal(["12", "13", "14", "15", "16", "17", "18"], page.QuerySelectorAll("table.cal .cal-day").Select(day => day.TextContent));
        Assert.Equal("14", page.QuerySelector("table.cal [aria-current]")!.TextContent);
    }

    [Theory, Trait("Req", "F9")]
    [InlineData("?view=week&date=2026-01-14&article=reset-password", "week")]
    [InlineData("?view=day&date=2026-01-14&article=reset-password", "day")]
    public async Task Every_link_is_a_page_that_keeps_the_choice_made_before(string query, string view)
    {
        using var client = app.NewClient();
        var page = await client.GetDocumentAsync(Page + query);
        var before = await app.FingerprintAsync();

        var links = page.QuerySelectorAll("#booking a[href]").Where(link => link.GetAttribute("hx-get") is not null).ToList();
        Assert.All(links, link => Assert.Contains("article=reset-password", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.All(links.Where(link => link.Closest(".cal-views") is null), link => Assert.Contains($"view={view}", link.GetAttribute("href"), StringComparison.Ordinal));
        foreach (var link in links.Take(8).Concat(links.TakeLast(2)))
            Assert.NotNull((await client.GetDocumentAsync(link.GetAttribute("href")!.Split('#')[0])).QuerySelector("html body #booking"));

        Assert.True(links.Count > 30);
        Assert.Equal(before, await app.FingerprintAsync());
    }

    [Fact]
    public async Task Another_view_opens_at_the_day_that_is_looked_at_and_Today_leads_back()
    {
        using var client = app.NewClient();
        var month = await client.GetDocumentAsync(Page + "?date=2026-01-21");

        var day = await FollowAsync(client, month, "Day");
        var week = await FollowAsync(client, day, "Week");
        var back = await FollowAsync(client, week, "Today");

        Assert.Equal("Wed 21 January", Title(day));
        Assert.Equal("19–25 Jan 2026", Title(week));
        Assert.Equal("5–11 Jan 2026", Title(back));
        Assert.Equal("true", back.QuerySelectorAll(".cal-bar a").Single(link => link.TextContent == "Today").GetAttribute("aria-disabled"));
        Assert.Equal("Week", back.QuerySelector(".cal-views [aria-current]")!.TextContent);
    }

    [Theory]
    [InlineData("?view=day&date=2026-01-10", "No times are open on this day.", "Mon 12 Jan, 08:00")]
    [InlineData("?view=week&date=2026-02-04", "No times are open this week.", "Mon 9 Feb, 08:00")]
    public async Task Where_nothing_is_free_it_says_when_the_next_time_is(string query, string words, string next)
    {
        await using var away = new VisitorApp();
        using var client = away.NewClient();
        await client.GetAsync("/");
        await away.ReadAsync(async db =>
        {
            var schedule = await db.HostSchedules.SingleAsync(schedule => db.Users.Any(user => user.Id == schedule.HostId && user.Email == "mara@acme.test"));
            db.Add(new TimeOff
            {
                Id = Guid.CreateVersion7(),
                OrganizationId = schedule.OrganizationId,
                HostId = schedule.HostId,
                FirstDay = new(2026, 2, 2),
                LastDay = new(2026, 2, 8),
            });
            return await db.SaveChangesAsync();
        });

        var page = await client.GetDocumentAsync(Page + query);
        var link = page.QuerySelector(".cal-none a")!;

        Assert.Contains(words, page.QuerySelector(".cal-none")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(next, link.TextContent);
        Assert.Contains(next.Split(", ")[1], (await client.GetDocumentAsync(link.GetAttribute("href")!)).QuerySelectorAll("a.time").Select(time => time.TextContent));
    }

    [Theory]
    [InlineData("en-US,en;q=0.9", "2:00 PM", "Book Wed 14 Jan, 2:00 PM")]
    [InlineData("de;q=0.5,en-US;q=0.9", "2:00 PM", "Book Wed 14 Jan, 2:00 PM")]
    [InlineData("de-DE,en-US;q=0.7", "14:00", "Book Wed 14 Jan, 14:00")]
    [InlineData("en-GB", "14:00", "Book Wed 14 Jan, 14:00")]
    [InlineData("", "14:00", "Book Wed 14 Jan, 14:00")]
    public async Task Times_are_written_as_the_language_of_the_browser_writes_them(string languages, string time, string button)
    {
        using var client = app.NewClient();
        client.Http.DefaultRequestHeaders.Add("Accept-Language", languages);

        foreach (var view in new[] { "month", "week", "day" })
            Assert.Contains(time, (await client.GetDocumentAsync($"{Page}?view={view}&date=2026-01-14")).QuerySelectorAll("a.time").Select(link => link.TextContent));
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-14T14:00"));

        Assert.Equal(button, form.QuerySelector("#details button[type=submit]:not([hidden])")!.TextContent);
        Assert.Contains(time, form.QuerySelector(".moment-times")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_a_mistake_comes_back_beside_the_view_it_was_opened_from()
    {
        using var client = app.NewClient();
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-14T15:00") + "&view=week");
        Assert.Equal("15:00", form.QuerySelector(".week a.time[aria-current]")!.TextContent);

        var again = await PortalClient.ReadAsync(await client.PostFormAsync(form, "form[method=post]", VisitorApp.Filled(email: "nowhere")));

        Assert.Equal("12–18 Jan 2026", Title(again));
        Assert.Equal("nowhere", ((IHtmlInputElement)again.QuerySelector("[name='Input.Email']")!).Value);
    }

    [Fact]
    public async Task Group_meetings_say_how_many_places_are_left()
    {
        await using var groups = new VisitorApp();
        using var client = groups.NewClient();
        await client.GetAsync("/");
        Assert.Empty((await client.GetDocumentAsync(Page)).QuerySelectorAll("a.time small"));
        await groups.ReadAsync(db => db.Set<MeetingType>().Where(type => type.Slug == "onboarding").ExecuteUpdateAsync(set => set.SetProperty(type => type.Capacity, 3)));

        foreach (var view in new[] { "month", "week", "day" })
        {
            var page = await client.GetDocumentAsync($"/book/acme/onboarding?view={view}");
            Assert.Equal("3 places left", page.QuerySelector("a.time small")!.TextContent);
        }
    }

    [Theory, Trait("Req", "F9")]
    [InlineData("ber", "Berlin", "Europe/Berlin")]
    [InlineData("+5:30", "Kolkata", "Asia/Kolkata")]
    [InlineData("PST", "Los Angeles", "America/Los_Angeles")]
    public async Task A_zone_is_searched_for_by_a_plain_form(string text, string city, string id)
    {
        using var client = app.NewClient();
        var list = await client.GetDocumentAsync(Page + "?view=week&date=2026-01-14&zones=1");

        var found = await PortalClient.ReadAsync(await client.PostFormAsync(list, "#zone form", new Dictionary<string, string> { ["find"] = text }));

        Assert.Equal("12–18 Jan 2026", Title(found));
        var link = found.QuerySelectorAll(".zone-list a").Single(zone => zone.QuerySelector("span")!.TextContent.StartsWith(city, StringComparison.Ordinal));
        Assert.Equal(id, QueryHelpers.ParseQuery(new Uri("http://localhost" + link.GetAttribute("href")).Query)["zone"]);
    }

    [Fact]
    public async Task A_zone_that_cannot_be_found_is_said_and_a_long_list_is_cut()
    {
        using var client = app.NewClient();

        var none = await client.GetDocumentAsync(Page + "?zones=1&find=<atlantis>");
        var many = await client.GetDocumentAsync(Page + "?zones=1&find=america");

        Assert.Contains("No place is called “<atlantis>”.", none.QuerySelector("#zones")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(40, many.QuerySelectorAll(".zone-list a").Length);
        Assert.Matches("^[0-9]+ more\\.", many.QuerySelector("#zones .small")!.TextContent);
    }

    // the week and the zones of New York, whose names are long: the most there is to show
    [Theory, Trait("Promise", "P8")]
    [InlineData("?date=2026-02-03")]
    [InlineData("?view=week&date=2026-02-03")]
    [InlineData("?view=day&date=2026-02-03")]
    [InlineData("?view=week&date=2026-02-03&zones=1&find=america")]
    [InlineData("?view=week&time=2026-02-03T16:00:00Z")]
    public async Task A_fragment_weighs_less_than_10_kilobytes_and_a_page_of_one_view_at_most_8(string query)
    {
        using var client = app.NewClient();
        const string Rest = "&article=reset-password&zone=America/Argentina/Buenos_Aires";

        var fragment = await client.Http.GetStringAsync(Page + "/slots" + query + Rest);
        var page = await client.Http.GetStringAsync(Page + query + Rest);

        Assert.Contains("booking-calendar", fragment, StringComparison.Ordinal);
        Assert.InRange(Gzipped(fragment), 1, 10 * 1024);
        Assert.InRange(Gzipped(page), 1, 8 * 1024);
    }

    private static string Title(IDocument page) => page.QuerySelector("#period")!.TextContent;

    private static Task<IHtmlDocument> FollowAsync(PortalClient client, IHtmlDocument page, string link) =>
        client.GetDocumentAsync(page.QuerySelectorAll(".cal-bar a").Single(found => found.TextContent == link).GetAttribute("href")!);

    private static long Gzipped(string text)
    {
        using var gzipped = new MemoryStream();
        using (var gzip = new GZipStream(gzipped, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return gzipped.Length;
    }
}
