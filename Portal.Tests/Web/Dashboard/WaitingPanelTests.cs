using System.Net;
using AngleSharp.Dom;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Dashboard;

public sealed class WaitingPanelTests : IAsyncLifetime
{
    private const string List = "/dashboard/waiting";

    private readonly StaffApp app = new();

    [Theory]
    [Trait("Req", "B5")]
    [InlineData("/dashboard", StaffApp.Mara)]
    [InlineData("/dashboard", StaffApp.Agent)]
    [InlineData("/dashboard/waiting", StaffApp.Jonas)]
    [InlineData("/admin/bookings", StaffApp.Owner)]
    public async Task Everybody_at_the_door_of_the_organisation_is_listed_longest_waiting_first(string url, string email)
    {
        app.Time.Advance(Duration.FromMinutes(2));
        await app.BookAndWaitAsync(draft =>
        {
            draft.Name = "Lena Fischer";
            draft.Notes = "The reset link never arrives.";
            draft.Article = "reset-password";
        });
        app.Time.Advance(Duration.FromMinutes(3));
        using var client = await app.SignInAsync(email);

        var rows = Rows(await client.GetDocumentAsync(url));

        Assert.Equal(2, rows.Count);
        Assert.Contains("5 min since 08:00", Words(rows[0]), StringComparison.Ordinal);
        var lena = Words(rows[1]);
        Assert.Contains("Lena Fischer", lena, StringComparison.Ordinal);
        Assert.Contains($"Intro call, 08:15 · {(email == StaffApp.Mara ? "your meeting" : "with Mara Lindner")}", lena, StringComparison.Ordinal);
        Assert.Contains("3 min since 08:02", lena, StringComparison.Ordinal);
        Assert.Contains("The reset link never arrives.", lena, StringComparison.Ordinal);
        Assert.Contains("From article: reset-password", lena, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Another_organisation_sees_nobody_of_ours()
    {
        await app.BookAndWaitAsync();
        using var henry = await app.SignInAsync(StaffApp.OtherAdmin);

        var page = await henry.GetDocumentAsync(List);

        Assert.Empty(Rows(page));
        Assert.Contains("Nobody is waiting", page.QuerySelector("#waiting-list")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "B10")]
    public async Task An_arrival_is_marked_for_half_a_minute_and_counted_for_the_tabs_title()
    {
        await app.BookAndWaitAsync();
        app.Time.Advance(Duration.FromSeconds(29));
        using var mara = await app.SignInAsync(StaffApp.Mara);

        var fresh = await mara.GetDocumentAsync(List);
        app.Time.Advance(Duration.FromSeconds(1));
        var settled = await mara.GetDocumentAsync(List);

        Assert.All(Rows(fresh), row => Assert.Contains("New", Words(row), StringComparison.Ordinal));
        Assert.All(Rows(settled), row => Assert.DoesNotContain("New", Words(row), StringComparison.Ordinal));
        Assert.Equal("2", fresh.QuerySelector("#waiting-list")!.GetAttribute("data-badge"));
    }

    [Fact]
    [Trait("Req", "B5")]
    public async Task The_polled_list_is_answered_304_until_something_shown_in_it_changes()
    {
        app.Time.Advance(Duration.FromSeconds(40));
        using var mara = await app.SignInAsync(StaffApp.Mara);
        var list = (await mara.GetDocumentAsync("/dashboard")).QuerySelector("#waiting-list")!;
        Assert.Equal("3", list.GetAttribute("data-poll"));
        var (url, shown) = (list.GetAttribute("hx-get")!, list.GetAttribute("hx-ptag")!);

        app.Time.Advance(Duration.FromSeconds(10));
        Assert.Equal(HttpStatusCode.NotModified, (await mara.GetFragmentAsync(url, shown)).StatusCode);

        app.Time.Advance(Duration.FromSeconds(10));
        var minute = await mara.GetFragmentAsync(url, shown);
        Assert.Equal(HttpStatusCode.OK, minute.StatusCode);
        var version = minute.Headers.GetValues("HX-PTag").Single();
        Assert.Equal(HttpStatusCode.NotModified, (await mara.GetFragmentAsync(url, version)).StatusCode);

        await app.BookAndWaitAsync();
        var arrival = await mara.GetFragmentAsync(url, version);
        Assert.Equal(HttpStatusCode.OK, arrival.StatusCode);
        var fragment = await PortalClient.ReadAsync(arrival);
        Assert.Equal(2, Rows(fragment).Count);
        Assert.Null(fragment.QuerySelector("h1"));
    }

    [Fact]
    [Trait("Req", "B3")]
    public async Task Admitting_without_JavaScript_leads_back_with_a_notice_and_the_way_into_the_call()
    {
        var meeting = await app.BookAndWaitAsync(draft => draft.Name = "Lena Fischer");
        using var jonas = await app.SignInAsync(StaffApp.Jonas);

        var response = await jonas.PostFormAsync(await jonas.GetDocumentAsync("/dashboard"), Admit(meeting));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/dashboard", response.Headers.Location!.OriginalString);
        var visitor = await app.FindVisitorAsync(meeting);
        Assert.Equal(Admission.Admitted, visitor.Admission);
        Assert.Equal(app.Time.GetCurrentInstant(), visitor.ApprovedAt);
        var page = await jonas.GetDocumentAsync("/dashboard");
        var notice = page.QuerySelector(".page-notice")!;
        Assert.Contains("Lena Fischer is let in.", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/meetings/{meeting.Id}/call", notice.QuerySelector("a")!.GetAttribute("href"));
        Assert.DoesNotContain(Rows(page), row => row.TextContent.Contains("Lena Fischer", StringComparison.Ordinal));
        Assert.Null((await jonas.GetDocumentAsync("/dashboard")).QuerySelector(".page-notice"));
    }

    [Fact]
    [Trait("Req", "B3")]
    public async Task A_decision_on_the_page_of_bookings_leads_back_to_the_same_list()
    {
        var meeting = await app.BookAndWaitAsync();
        using var ada = await app.SignInAsync(StaffApp.Owner);

        var response = await ada.PostFormAsync(await ada.GetDocumentAsync("/admin/bookings?status=waiting&text=vera"), Admit(meeting));

        Assert.Equal("/admin/bookings?status=waiting&text=vera", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_decision_never_leads_to_another_site()
    {
        var meeting = await app.BookAndWaitAsync();
        using var mara = await app.SignInAsync(StaffApp.Mara);

        var response = await mara.PostFormAsync(await mara.GetDocumentAsync(List + "?returnUrl=https%3A%2F%2Felsewhere.test"), Admit(meeting));

        Assert.Equal("/dashboard", response.Headers.Location!.OriginalString);
    }

    [Fact]
    [Trait("Req", "B3")]
    public async Task Admitting_by_htmx_answers_with_the_panel_as_it_stands_now()
    {
        var meeting = await app.BookAndWaitAsync(draft => draft.Name = "Lena Fischer");
        using var mara = await app.SignInAsync(StaffApp.Mara);
        mara.Http.DefaultRequestHeaders.Add("HX-Request", "true");

        var response = await mara.PostFormAsync(await mara.GetDocumentAsync("/dashboard"), Admit(meeting));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var panel = await PortalClient.ReadAsync(response);
        Assert.Null(panel.QuerySelector("h1"));
        Assert.Contains("Lena Fischer is let in.", panel.QuerySelector(".waiting-news")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/meetings/{meeting.Id}/call", panel.QuerySelector(".waiting-news a")!.GetAttribute("href"));
        Assert.DoesNotContain(Rows(panel), row => row.TextContent.Contains("Lena Fischer", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "B3")]
    public async Task Declining_keeps_the_hosts_words_for_the_visitor()
    {
        var meeting = await app.BookAndWaitAsync(draft => draft.Name = "Lena Fischer");
        using var mara = await app.SignInAsync(StaffApp.Mara);

        await mara.PostFormAsync(
            await mara.GetDocumentAsync("/dashboard"), Decline(meeting), new Dictionary<string, string> { ["reason"] = " Please come back at 15:00 " });

        var visitor = await app.FindVisitorAsync(meeting);
        Assert.Equal((Admission.Declined, "Please come back at 15:00"), (visitor.Admission, visitor.RejectionReason));
        Assert.Contains("Lena Fischer is told that you cannot meet now.",
            (await mara.GetDocumentAsync("/dashboard")).QuerySelector(".page-notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_longer_than_the_field_is_cut_and_not_lost()
    {
        var meeting = await app.BookAndWaitAsync();
        using var mara = await app.SignInAsync(StaffApp.Mara);

        await mara.PostFormAsync(
            await mara.GetDocumentAsync("/dashboard"), Decline(meeting), new Dictionary<string, string> { ["reason"] = new string('x', 600) });

        Assert.Equal(new string('x', 500), (await app.FindVisitorAsync(meeting)).RejectionReason);
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task The_second_of_two_who_decide_is_told_who_was_faster()
    {
        var meeting = await app.BookAndWaitAsync(draft => draft.Name = "Lena Fischer");
        using var mara = await app.SignInAsync(StaffApp.Mara);
        using var jonas = await app.SignInAsync(StaffApp.Jonas);
        var maras = await mara.GetDocumentAsync("/dashboard");
        await jonas.PostFormAsync(await jonas.GetDocumentAsync("/dashboard"), Admit(meeting));

        await mara.PostFormAsync(maras, Decline(meeting));

        Assert.Contains("Jonas Weber already let Lena Fischer in.", await NoticeAsync(mara), StringComparison.Ordinal);
        Assert.Equal(Admission.Admitted, (await app.FindVisitorAsync(meeting)).Admission);
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task Who_admits_somebody_that_has_gone_is_told_so()
    {
        var meeting = await app.BookAndWaitAsync(draft => draft.Name = "Lena Fischer");
        using var mara = await app.SignInAsync(StaffApp.Mara);
        var page = await mara.GetDocumentAsync("/dashboard");
        await app.RunAsync((LeaveWaitingRoom leave) => leave.RunAsync(meeting.VisitorId, default));

        await mara.PostFormAsync(page, Admit(meeting));

        Assert.Contains("Lena Fischer no longer waits.", await NoticeAsync(mara), StringComparison.Ordinal);
        Assert.Equal(Admission.Outside, (await app.FindVisitorAsync(meeting)).Admission);
    }

    [Theory]
    [Trait("Req", "C8")]
    [InlineData("Admit")]
    [InlineData("Decline")]
    public async Task Nobody_decides_about_another_organisations_visitor(string handler)
    {
        var meeting = await app.BookAndWaitAsync();
        using var henry = await app.SignInAsync(StaffApp.OtherAdmin);
        var token = Token(await henry.GetDocumentAsync(List));

        var response = await henry.SendAsync(Post(handler, meeting.VisitorId, token));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(Admission.Waiting, (await app.FindVisitorAsync(meeting)).Admission);
    }

    [Theory]
    [Trait("Req", "X7")]
    [InlineData("Admit")]
    [InlineData("Decline")]
    public async Task A_decision_without_its_antiforgery_token_is_refused(string handler)
    {
        var meeting = await app.BookAndWaitAsync();
        using var mara = await app.SignInAsync(StaffApp.Mara);

        var response = await mara.SendAsync(Post(handler, meeting.VisitorId, token: null));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(Admission.Waiting, (await app.FindVisitorAsync(meeting)).Admission);
    }

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    private static string Admit(BookedMeeting meeting) => $"#waiting-{meeting.VisitorId} .waiting-acts > form";

    private static string Decline(BookedMeeting meeting) => $"#waiting-{meeting.VisitorId} details form";

    private static List<IElement> Rows(IParentNode page) => [.. page.QuerySelectorAll("[data-waiting]")];

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Token(IParentNode page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static async Task<string> NoticeAsync(PortalClient client) =>
        (await client.GetDocumentAsync("/dashboard")).QuerySelector(".page-notice")!.TextContent;

    private static HttpRequestMessage Post(string handler, Guid participantId, string? token)
    {
        var fields = new Dictionary<string, string> { ["participantId"] = participantId.ToString() };
        if (token is not null)
            fields["__RequestVerificationToken"] = token;
        return new HttpRequestMessage(HttpMethod.Post, $"{List}?handler={handler}") { Content = new FormUrlEncodedContent(fields) };
    }
}
