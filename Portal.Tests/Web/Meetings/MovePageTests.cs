using System.Net;
using AngleSharp.Html.Dom;
using Portal.Core.Bookings;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Meetings;

[Trait("Req", "B15")]
public sealed class MovePageTests : IAsyncLifetime
{
    private const string Form = "form[method=post]";

    private readonly VisitorApp app = new();
    private PortalClient client = null!;
    private BookedVisit visit = null!;

    public async Task InitializeAsync()
    {
        client = app.NewClient();
        visit = await app.BookAsync(client, "2026-01-06T11:00");
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task It_offers_the_hosts_times_without_the_present_one()
    {
        var page = await client.GetDocumentAsync(visit.Page + "/move?date=2026-01-06");

        var times = page.QuerySelectorAll("a.time").Select(time => time.TextContent).ToList();
        Assert.Contains("11:15", times);
        Assert.DoesNotContain("11:00", times);
        Assert.DoesNotContain("10:00", times);
        Assert.Contains("Now Tue 6 Jan, 11:00", page.QuerySelector(".booking-facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Trait("Req", "F9")]
    public async Task Its_links_are_pages_and_its_fragments_say_the_same()
    {
        var page = await client.GetDocumentAsync(visit.Page + "/move");
        var day = page.QuerySelectorAll("a.cal-day").First(link => link.TextContent == "8");

        var whole = await client.GetDocumentAsync(day.GetAttribute("href")!);
        var fragment = await client.GetDocumentAsync(day.GetAttribute("hx-get")!);

        Assert.Equal("Thu 8 January", whole.QuerySelector("#chosen")!.TextContent);
        Assert.Null(fragment.QuerySelector("main"));
        Assert.Equal(
            whole.QuerySelectorAll("a.time").Select(time => time.GetAttribute("href")),
            fragment.QuerySelectorAll("a.time").Select(time => time.GetAttribute("href")));
        Assert.StartsWith($"{visit.Page}/move?time=", whole.QuerySelector("a.time")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_look_shows_the_old_and_the_new_time_and_moves_nothing()
    {
        var page = await client.GetDocumentAsync(MoveTo("2026-01-08T15:00"));

        Assert.Contains("Tue 6 January, 11:00–11:30", page.QuerySelector(".change-from")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Thu 8 January 15:00–15:30", page.QuerySelector(".change .moment")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Move to Thu 8 Jan, 15:00", page.QuerySelector($"{Form} button")!.TextContent);
        Assert.Equal(World.At("2026-01-06T11:00"), (await app.FindBookingAsync(visit)).StartsAt);
    }

    [Fact]
    public async Task Moving_leads_back_to_the_meeting_which_says_so_once()
    {
        var page = await client.GetDocumentAsync(MoveTo("2026-01-08T15:00") + "&zone=Europe/London");

        var response = await client.PostFormAsync(page, Form);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(visit.Page, response.Headers.Location!.OriginalString);
        var booking = await app.FindBookingAsync(visit);
        Assert.Equal((World.At("2026-01-08T15:00"), 1, "Europe/London"), (booking.StartsAt, booking.Sequence, booking.VisitorZone.Id));
        var first = await client.GetDocumentAsync(visit.Page);
        Assert.Contains("Your meeting was moved.", first.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Thu 8 January 14:00–14:30 · London time", first.QuerySelector(".moment")!.TextContent);
        Assert.DoesNotContain("was moved", (await client.GetDocumentAsync(visit.Page)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Trait("Req", "F4")]
    public async Task A_time_taken_meanwhile_is_answered_with_the_nearest_ones_and_the_meeting_stays()
    {
        var page = await client.GetDocumentAsync(MoveTo("2026-01-08T15:00"));
        using var faster = app.NewClient();
        await app.BookAsync(faster, "2026-01-08T15:00", name: "Tom Faster");

        var response = await client.PostFormAsync(page, Form);
        var answer = await PortalClient.ReadAsync(response);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal(World.At("2026-01-06T11:00"), (await app.FindBookingAsync(visit)).StartsAt);
        var nearest = answer.QuerySelectorAll($"{Form} button[name=start]").Cast<IHtmlButtonElement>().ToList();
        Assert.Equal(["Move to Thu 8 Jan, 14:15", "Move to Thu 8 Jan, 14:30", "Move to Thu 8 Jan, 15:30"], nearest.Select(button => button.TextContent));
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostFormAsync(nearest[2].Form!, button: nearest[2])).StatusCode);
        Assert.Equal(World.At("2026-01-08T15:30"), (await app.FindBookingAsync(visit)).StartsAt);
    }

    [Fact, Trait("Req", "F3")]
    public async Task A_meeting_that_has_begun_stays_and_the_page_says_why()
    {
        var page = await client.GetDocumentAsync(MoveTo("2026-01-08T15:00"));
        app.Time.Set(World.At("2026-01-06T11:00"));

        var response = await client.PostFormAsync(page, Form);
        var answer = await PortalClient.ReadAsync(response);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("This meeting can no longer be moved", answer.QuerySelector("h1")!.TextContent);
        Assert.Null((await client.GetDocumentAsync(visit.Page + "/move")).QuerySelector("table.cal"));
        Assert.Equal(World.At("2026-01-06T11:00"), (await app.FindBookingAsync(visit)).StartsAt);
    }

    [Fact, Trait("Req", "F3")]
    public async Task A_meeting_somebody_waits_for_cannot_be_moved()
    {
        var page = await client.GetDocumentAsync(MoveTo("2026-01-08T15:00"));
        app.Time.Set(World.At("2026-01-06T10:50"));
        await app.RunAsync((Portal.Core.WaitingRoom.EnterWaitingRoom enter) => enter.RunAsync(visit.Holder.ParticipantId, default));

        Assert.Equal(HttpStatusCode.Conflict, (await client.PostFormAsync(page, Form)).StatusCode);
        Assert.Equal(BookingStatus.Waiting, (await app.FindBookingAsync(visit)).Status);
    }

    [Fact]
    public async Task A_form_without_a_time_is_a_bad_request()
    {
        var page = await client.GetDocumentAsync(MoveTo("2026-01-08T15:00"));

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostFormAsync(page, Form, new Dictionary<string, string> { ["start"] = "noon" })).StatusCode);
    }

    private string MoveTo(string at) => VisitorApp.TimeLink(at, visit.Page + "/move");
}
