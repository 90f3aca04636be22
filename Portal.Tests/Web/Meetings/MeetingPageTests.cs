using System.Net;
using AngleSharp.Dom;
using Portal.Core.Bookings;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Meetings;

[Trait("Req", "A9")]
public sealed class MeetingPageTests : IAsyncLifetime
{
    private const string Start = "2026-01-06T11:00";

    private readonly VisitorApp app = new();
    private PortalClient client = null!;
    private BookedVisit visit = null!;

    public async Task InitializeAsync()
    {
        client = app.NewClient();
        visit = await app.BookAsync(client, Start);
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task Right_after_booking_it_confirms_and_says_where_the_mail_went()
    {
        var page = await client.GetDocumentAsync(visit.Page + "?booked=1");

        Assert.Equal("You’re booked", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("We’ve written to vera@visitor.test", page.QuerySelector(".meeting-greeting")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Tue 6 January 11:00–11:30 · Berlin time", page.QuerySelector(".moment")!.TextContent);
        Assert.Contains("Mara Lindner, Acme Support", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_it_is_the_meeting_itself()
    {
        var page = await client.GetDocumentAsync(visit.Page);

        Assert.Equal("Intro call with Mara Lindner", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector(".meeting-greeting"));
        Assert.Contains("Confirmed", page.QuerySelector("#state .pill")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Starts in 27 hours", page.QuerySelector("#state")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, Trait("Req", "A10")]
    [InlineData("2026-01-06T10:44", false, "Starts in 16 minutes")]
    [InlineData("2026-01-06T10:45", true, "Starts in 15 minutes")]
    [InlineData("2026-01-06T10:55", true, "Starts in 5 minutes")]
    [InlineData("2026-01-06T11:00", true, "Started less than 1 min ago")]
    [InlineData("2026-01-06T11:29", true, "Started 29 min ago")]
    public async Task It_can_be_joined_from_15_minutes_before_the_start(string now, bool open, string countdown)
    {
        app.Time.Set(World.At(now));

        var state = (await client.GetDocumentAsync(visit.Page)).QuerySelector("#state")!;

        Assert.Contains(countdown, state.TextContent, StringComparison.Ordinal);
        var join = state.QuerySelectorAll("button").Single(button => button.TextContent == "Join video call");
        Assert.Equal(open, !join.HasAttribute("disabled"));
        Assert.Equal(open, join.Closest("form") is not null);
        Assert.Equal(!open, state.TextContent.Contains("Available 15 minutes before start", StringComparison.Ordinal));
    }

    [Fact, Trait("Req", "A10")]
    public async Task Join_leads_to_the_waiting_room()
    {
        app.Time.Set(World.At("2026-01-06T10:50"));
        var page = await client.GetDocumentAsync(visit.Page);

        var response = await client.PostFormAsync(page, "#state form");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(visit.Page + "/waiting", response.Headers.Location!.OriginalString);
        Assert.Equal(BookingStatus.Waiting, (await app.FindBookingAsync(visit)).Status);
    }

    [Fact, Trait("Promise", "P3")]
    public async Task The_countdown_is_answered_304_until_it_would_read_otherwise()
    {
        var page = await client.GetDocumentAsync(visit.Page);
        var (url, version) = Polled(page);
        Assert.Equal("30", page.QuerySelector("#state")!.GetAttribute("data-poll"));

        Assert.Equal(HttpStatusCode.NotModified, (await PollAsync(url, version)).StatusCode);
        app.Time.Set(World.At("2026-01-06T10:45"));
        var changed = await PollAsync(url, version);

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var fragment = await PortalClient.ReadAsync(changed);
        Assert.Contains("Starts in 15 minutes", fragment.QuerySelector("#state")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(changed.Headers.GetValues("HX-PTag").Single(), fragment.QuerySelector("#state")!.GetAttribute("hx-ptag"));
        Assert.Null(fragment.QuerySelector("header"));
    }

    [Fact]
    public async Task A_page_that_shows_an_old_time_or_a_meeting_called_off_is_loaded_again()
    {
        var (url, version) = Polled(await client.GetDocumentAsync(visit.Page));
        await CancelAsync("Solved by mail.");

        var response = await PollAsync(url, version);

        Assert.Equal("true", response.Headers.GetValues("HX-Refresh").Single());
        Assert.Null((await client.GetDocumentAsync(visit.Page)).QuerySelector("[data-poll]"));
    }

    [Fact]
    public async Task A_cancelled_meeting_says_so_in_words_with_the_reason_and_a_way_on()
    {
        await CancelAsync("Mara is ill today.");

        var page = await client.GetDocumentAsync(visit.Page + "?booked=1");

        Assert.Null(page.QuerySelector(".meeting-greeting"));
        Assert.Contains("This meeting was cancelled.", page.QuerySelector(".meeting-card")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mara is ill today.", page.QuerySelector("blockquote")!.TextContent);
        Assert.Equal("/book/acme/intro-call", page.QuerySelectorAll(".meeting-card a").Single().GetAttribute("href"));
    }

    [Fact]
    public async Task A_meeting_whose_time_has_passed_offers_another()
    {
        app.Time.Set(World.At("2026-01-06T11:30"));

        var card = (await client.GetDocumentAsync(visit.Page)).QuerySelector(".meeting-card")!;

        Assert.Contains("The time of this meeting has passed.", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Book another time"], card.QuerySelectorAll("a").Select(link => link.TextContent));
    }

    [Fact, Trait("Req", "F2")]
    public async Task It_offers_the_calendars_people_have()
    {
        var page = await client.GetDocumentAsync(visit.Page);

        var links = page.QuerySelectorAll("[aria-labelledby=calendars] a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(
            ["https://calendar.google.com/", "https://outlook.live.com/", "https://outlook.office.com/", "https://calendar.yahoo.com/"],
            links[..4].Select(link => new Uri(link).GetLeftPart(UriPartial.Authority) + "/"));
        Assert.Equal(visit.Page + "/invite.ics", links[4]);
        Assert.All(links[..4], link => Assert.Contains(Uri.EscapeDataString($"http://localhost{visit.Page}/waiting"), link, StringComparison.Ordinal));
    }

    [Fact, Trait("Req", "F2")]
    public async Task The_calendar_file_is_one_to_keep()
    {
        var response = await client.GetAsync(visit.Page + "/invite.ics");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/calendar; charset=utf-8; method=PUBLISH", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("invite.ics", response.Content.Headers.ContentDisposition.FileName);
        Assert.Contains("METHOD:PUBLISH\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Europe/Berlin:20260106T110000\r\n", text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Intro call with Mara Lindner\r\n", text, StringComparison.Ordinal);
    }

    [Fact, Trait("Req", "F2")]
    public async Task The_calendar_file_of_a_cancelled_meeting_takes_it_out_again()
    {
        await CancelAsync(null);

        var response = await client.GetAsync(visit.Page + "/invite.ics");

        Assert.Contains("method=CANCEL", response.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED\r\n", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_shown_as_text()
    {
        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-07T11:00"));
        var booked = await client.PostFormAsync(form, "form[method=post]", VisitorApp.Filled("<b>Vera</b>", notes: "<script>alert(1)</script>"));

        var page = await client.GetDocumentAsync(booked.Headers.Location!.OriginalString);

        Assert.Contains("<b>Vera</b>", page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".facts b, .facts script"));
    }

    private static (string Url, string Version) Polled(IDocument page)
    {
        var state = page.QuerySelector("#state")!;
        return (state.GetAttribute("hx-get")!, state.GetAttribute("hx-ptag")!);
    }

    private Task<HttpResponseMessage> PollAsync(string url, string version)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-PTag", version);
        return client.SendAsync(request);
    }

    private Task<CancelBookingOutcome> CancelAsync(string? reason) => app.RunAsync((CancelBooking cancel) =>
        cancel.RunAsync(new CancelBookingRequest(visit.Holder.OrganizationId, visit.Holder.BookingId, reason, Actor.System), default));
}
