using System.Net;
using AngleSharp.Html.Dom;
using NodaTime;
using Portal.Tests.Support;

namespace Portal.Tests.Web.Dashboard;

public sealed class DashboardTests : IAsyncLifetime
{
    private readonly StaffApp app = new();

    [Theory]
    [Trait("Req", "C8")]
    [InlineData("/dashboard")]
    [InlineData("/dashboard/waiting")]
    public async Task Somebody_unknown_is_led_to_sign_in_and_back(string url)
    {
        using var client = app.NewClient();

        var response = await client.GetAsync(url);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal($"/account/sign-in?returnUrl={Uri.EscapeDataString(url)}", response.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task A_fragment_asked_for_after_the_session_ended_reloads_the_page()
    {
        using var client = app.NewClient();

        var response = await client.GetFragmentAsync("/dashboard/waiting");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("true", response.Headers.GetValues("HX-Refresh").Single());
    }

    [Fact]
    [Trait("Req", "X1")]
    public async Task The_next_meeting_is_shown_with_who_when_why_and_the_way_in()
    {
        var meeting = await app.BookAsync("2026-01-05T09:00", draft =>
        {
            draft.Name = "Lena Fischer";
            draft.Email = "lena@mail.test";
            draft.Notes = "The reset link never arrives.";
            draft.Article = "reset-password";
            draft.Zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        });
        using var mara = await app.SignInAsync(StaffApp.Mara);

        var page = await mara.GetDocumentAsync("/dashboard");

        Assert.Equal("Hello Mara", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Mon 5 January · times in Berlin time", page.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        var next = page.QuerySelector(".next-meeting")!;
        Assert.Equal("Lena Fischer", next.QuerySelector(".moment")!.TextContent);
        Assert.Contains("Intro call · Mon 5 January, 09:00–09:30 · Berlin time", next.TextContent, StringComparison.Ordinal);
        Assert.Contains("03:00, New York time", next.TextContent, StringComparison.Ordinal);
        Assert.Contains("From article: reset-password", next.TextContent, StringComparison.Ordinal);
        Assert.Contains("The reset link never arrives.", next.TextContent, StringComparison.Ordinal);
        Assert.Contains("lena@mail.test", next.TextContent, StringComparison.Ordinal);
        Assert.Contains("Confirmed", next.TextContent, StringComparison.Ordinal);
        Assert.Equal("Starts in 1 hour", next.QuerySelector(".countdown")!.TextContent);
        Assert.Equal($"/meetings/{meeting.Id}/call", CallLink(page)!.PathName);
    }

    [Fact]
    [Trait("Req", "X6")]
    public async Task The_way_into_a_call_is_there_before_the_window_and_gone_after_the_end()
    {
        var meeting = await app.BookAsync("2026-01-05T09:00");
        using var mara = await app.SignInAsync(StaffApp.Mara);

        var early = await mara.GetDocumentAsync("/dashboard");
        app.Time.Set(World.At("2026-01-05T08:55"));
        var near = await mara.GetDocumentAsync("/dashboard");
        app.Time.Set(World.At("2026-01-05T09:30"));
        var over = await mara.GetDocumentAsync("/dashboard");

        Assert.Equal($"/meetings/{meeting.Id}/call", CallLink(early)!.PathName);
        Assert.DoesNotContain("btn-primary", CallLink(early)!.ClassList);
        Assert.Equal("Starts in 5 minutes", near.QuerySelector(".countdown")!.TextContent);
        Assert.Contains("btn-primary", CallLink(near)!.ClassList);
        // the next meeting is now another
        Assert.NotEqual($"/meetings/{meeting.Id}/call", CallLink(over)!.PathName);
    }

    [Fact]
    public async Task Today_is_a_timeline_and_the_days_after_follow()
    {
        await app.BookAsync("2026-01-05T09:00", draft => draft.Name = "First Today");
        await app.BookAsync("2026-01-05T09:30", draft => draft.Name = "Second Today");
        using var mara = await app.SignInAsync(StaffApp.Mara);

        var page = await mara.GetDocumentAsync("/dashboard");

        var today = page.QuerySelector("section[aria-labelledby=today-title]")!;
        Assert.Equal(["First Today", "Second Today"], today.QuerySelectorAll(".timeline-who strong").Select(name => name.TextContent).Take(2));
        var later = page.QuerySelector("section[aria-labelledby=later-title]")!;
        Assert.Equal("Tomorrow, Tue 6 January", later.QuerySelector("h3")!.TextContent);
        Assert.DoesNotContain("First Today", later.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_meeting_comes_first_and_is_joined()
    {
        using var jonas = await app.SignInAsync(StaffApp.Jonas);

        var page = await jonas.GetDocumentAsync("/dashboard");

        Assert.Equal("Running now", page.QuerySelector("#next-title")!.TextContent);
        Assert.Equal("Began 45 min ago", page.QuerySelector(".countdown")!.TextContent);
        Assert.Equal("Join the call", CallLink(page)!.TextContent);
    }

    [Fact]
    public async Task An_agent_without_meetings_is_offered_the_booking_address_to_share()
    {
        using var tilda = await app.SignInAsync(StaffApp.Agent);

        var page = await tilda.GetDocumentAsync("/dashboard");

        Assert.Null(page.QuerySelector(".next-meeting"));
        var share = page.QuerySelector(".empty-state")!;
        Assert.Equal("http://localhost/book/acme", share.QuerySelector("a")!.TextContent);
        Assert.Equal("http://localhost/book/acme", share.QuerySelector("button")!.GetAttribute("data-copy"));
    }

    [Fact]
    [Trait("Req", "F5")]
    public async Task The_navigation_offers_bookings_only_to_those_who_may_see_them()
    {
        using var tilda = await app.SignInAsync(StaffApp.Agent);
        using var emil = await app.SignInAsync(StaffApp.Admin);

        var agents = await tilda.GetDocumentAsync("/dashboard");
        var admins = await emil.GetDocumentAsync("/dashboard");

        Assert.Null(agents.QuerySelector("nav a[href='/admin/bookings']"));
        Assert.NotNull(admins.QuerySelector("nav a[href='/admin/bookings']"));
        Assert.NotNull(agents.QuerySelector("nav a[href='/book/acme']"));
        Assert.Equal("Dashboard", agents.QuerySelector(".staff-wide nav [aria-current=page]")!.TextContent);
        Assert.Contains("Acme Support", agents.QuerySelector(".brand")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tilda Krause", agents.QuerySelector(".staff-wide .staff-name")!.TextContent);
    }

    [Fact]
    public async Task The_polled_agenda_is_not_modified_until_a_minute_has_passed()
    {
        await app.BookAsync("2026-01-05T09:00");
        using var mara = await app.SignInAsync(StaffApp.Mara);
        var agenda = (await mara.GetDocumentAsync("/dashboard")).QuerySelector("#agenda")!;
        var (url, version) = (agenda.GetAttribute("hx-get")!, agenda.GetAttribute("hx-ptag")!);

        var same = await mara.GetFragmentAsync(url, version);
        app.Time.Advance(Duration.FromMinutes(1));
        var later = await mara.GetFragmentAsync(url, version);

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.Contains("Starts in 59 minutes", await later.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dashboard_costs_five_queries_one_more_for_a_next_meeting_and_three_while_somebody_waits()
    {
        // the member, the agenda, what waits for an answer, who waits, whose mail did not arrive
        Assert.Equal(5, await CountQueriesAsync(StaffApp.OtherAdmin));
        // more of the next meeting; of those who wait: who holds their meetings, who else may, what they answered
        Assert.Equal(5 + 1 + 3, await CountQueriesAsync(StaffApp.Jonas));
    }

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    private async Task<int> CountQueriesAsync(string email)
    {
        using var client = await app.SignInAsync(email);
        return app.QueriesOf(await client.GetAsync("/dashboard")).Count(sql => sql.StartsWith("SELECT", StringComparison.Ordinal));
    }

    private static IHtmlAnchorElement? CallLink(IHtmlDocument page) => (IHtmlAnchorElement?)page.QuerySelector(".next-meeting a[href$='/call']");
}
