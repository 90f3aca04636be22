using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Dashboard.Bookings;

[Trait("Req", "B15")]
public sealed class MovePageTests : IAsyncLifetime
{
    private readonly StaffApp app = new();
    private BookedMeeting meeting = null!;
    private PortalClient mara = null!;

    private string Url => $"/dashboard/bookings/{meeting.Id}/move";

    [Fact]
    public async Task A_free_time_is_moved_to_at_once_with_note_and_length()
    {
        var response = await PostAsync("2026-01-07", "11:00", note: "Vera asked by phone", minutes: "45");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal($"/dashboard/bookings/{meeting.Id}", response.Headers.Location!.OriginalString);
        await AssertAtAsync("2026-01-07T11:00", 45);
        Assert.Contains("was moved", (await mara.GetDocumentAsync(response.Headers.Location.OriginalString)).QuerySelector(".page-notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Vera asked by phone", await app.RunAsync((PortalDbContext db) => db.AuditEntries
            .Where(row => row.BookingId == meeting.Id && row.Action == "booking.moved").Select(row => row.Detail).SingleAsync()));
    }

    [Fact]
    [Trait("Req", "F3")]
    public async Task A_time_outside_the_offer_is_warned_of_with_reasons_and_moved_to_when_wanted_anyway()
    {
        var first = await PostAsync("2026-01-07", "20:15", note: "Late <call>");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.StatusCode);
        await AssertAtAsync("2026-01-06T09:00");
        var page = await PortalClient.ReadAsync(first);
        Assert.Contains("Wed 7 Jan, 20:15 is not a time visitors are offered The hours of Wednesdays are 09:00–17:00. The whole meeting must fit into them.", Words(page.QuerySelector(".notice-warning")!), StringComparison.Ordinal);
        var anyway = page.QuerySelector("button[name=anyway]")!;
        Assert.Equal("Move anyway", Words(anyway));

        var second = await mara.PostFormAsync((IHtmlFormElement)page.QuerySelector(".move-question")!, null, (IHtmlElement)anyway);

        Assert.Equal(HttpStatusCode.SeeOther, second.StatusCode);
        await AssertAtAsync("2026-01-07T20:15");
        Assert.Equal("Late <call>", await app.RunAsync((PortalDbContext db) => db.AuditEntries
            .Where(row => row.BookingId == meeting.Id && row.Action == "booking.moved").Select(row => row.Detail).SingleAsync()));
    }

    [Fact]
    [Trait("Req", "F4")]
    public async Task A_time_that_is_taken_answers_409_with_the_nearest_and_what_was_typed()
    {
        // the demo world has a meeting then
        var response = await PostAsync("2026-01-07", "10:00", note: "Keep me");

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        await AssertAtAsync("2026-01-06T09:00");
        var page = await PortalClient.ReadAsync(response);
        Assert.Contains("Wed 7 Jan, 10:00 is not free", Words(page.QuerySelector(".notice-error")!), StringComparison.Ordinal);
        Assert.Equal("Keep me", page.QuerySelector("#move-form textarea")!.TextContent.Trim());
        var nearest = page.QuerySelectorAll(".move-question button[name=start]");
        Assert.Equal(3, nearest.Length);

        Assert.Equal(HttpStatusCode.SeeOther, (await mara.PostFormAsync((IHtmlFormElement)page.QuerySelector(".move-question")!, null, (IHtmlElement)nearest[0])).StatusCode);
        Assert.NotEqual(World.At("2026-01-06T09:00"), (await app.FindBookingAsync(meeting.Id)).StartsAt);
    }

    [Theory]
    [InlineData("2026-03-29", "02:30", "The clock skips this time that day.")]
    [InlineData("2026-01-02", "10:00", "This time is past.")]
    [InlineData("2026-01-06", "09:00", "The meeting is at this time already.")]
    [InlineData("tomorrow", "noon", "Choose a day and a time.")]
    [InlineData("", "", "Choose a day.")]
    public async Task A_time_that_makes_no_sense_is_refused_beside_its_field(string date, string time, string says)
    {
        var response = await PostAsync(date, time);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains(says, (await PortalClient.ReadAsync(response)).QuerySelector(".field-error")!.TextContent, StringComparison.Ordinal);
        await AssertAtAsync("2026-01-06T09:00");
    }

    [Fact]
    [Trait("Req", "X1")]
    public async Task Of_a_time_that_comes_twice_the_form_asks_which()
    {
        var asked = await PostAsync("2026-10-25", "02:30");
        var page = await PortalClient.ReadAsync(asked);
        var choices = page.QuerySelectorAll(".move-question button[name=start]");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Equal(["Sun 25 Oct, 02:30 (UTC+2)", "Sun 25 Oct, 02:30 (UTC+1)"], choices.Select(Words));

        var warned = await PortalClient.ReadAsync(await mara.PostFormAsync((IHtmlFormElement)page.QuerySelector(".move-question")!, null, (IHtmlElement)choices[1]));
        await mara.PostFormAsync((IHtmlFormElement)warned.QuerySelector(".move-question")!, null, (IHtmlElement)warned.QuerySelector("button[name=anyway]")!);

        Assert.Equal(Instant.FromUtc(2026, 10, 25, 1, 30), (await app.FindBookingAsync(meeting.Id)).StartsAt);
    }

    [Fact]
    public async Task By_htmx_the_form_comes_back_alone_and_a_move_leads_back_to_the_page_it_was_made_from()
    {
        var fragment = await PortalClient.ReadAsync(await mara.GetFragmentAsync($"{Url}?date=2026-01-07&time=11:00&zone=Europe/Berlin"));
        Assert.Null(fragment.QuerySelector("nav"));
        Assert.Equal(("2026-01-07", "11:00"), (fragment.QuerySelector("[name='Input.Date']")!.GetAttribute("value"), fragment.QuerySelector("[name='Input.Time']")!.GetAttribute("value")));
        mara.Http.DefaultRequestHeaders.Add("HX-Request", "true");
        mara.Http.DefaultRequestHeaders.Add("HX-Current-URL", "http://localhost/dashboard/calendar?view=week");

        var response = await mara.PostFormAsync(fragment, "#move-form");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("/dashboard/calendar?view=week", response.Headers.GetValues("HX-Redirect").Single());
        await AssertAtAsync("2026-01-07T11:00");
    }

    [Fact]
    public async Task A_meeting_that_has_begun_says_that_it_stays()
    {
        app.Time.Set(World.At("2026-01-06T09:05"));

        var page = await mara.GetDocumentAsync(Url, HttpStatusCode.Conflict);

        Assert.Contains("can no longer be moved", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#move-form"));
    }

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        meeting = await app.BookAsync("2026-01-06T09:00");
        mara = await app.SignInAsync(StaffApp.Mara);
    }

    public async Task DisposeAsync()
    {
        mara.Dispose();
        await app.DisposeAsync();
    }

    private async Task<HttpResponseMessage> PostAsync(string date, string time, string note = "", string minutes = "") =>
        await mara.PostFormAsync(await mara.GetDocumentAsync(Url), "#move-form", new Dictionary<string, string>
        {
            ["Input.Date"] = date,
            ["Input.Time"] = time,
            ["Input.Note"] = note,
            ["Input.Minutes"] = minutes,
        });

    private async Task AssertAtAsync(string wallTime, int minutes = 30)
    {
        var booking = await app.FindBookingAsync(meeting.Id);
        Assert.Equal((World.At(wallTime), Duration.FromMinutes(minutes)), (booking.StartsAt, booking.EndsAt - booking.StartsAt));
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
