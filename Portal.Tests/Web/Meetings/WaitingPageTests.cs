using System.Net;
using AngleSharp.Dom;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Meetings;

[Trait("Req", "B4")]
public sealed class WaitingPageTests : IAsyncLifetime
{
    private const string Enter = "form[action$='/waiting/enter']";

    private readonly VisitorApp app = new();
    private PortalClient client = null!;
    private BookedVisit visit = null!;

    private string Door => visit.Page + "/waiting";

    public async Task InitializeAsync()
    {
        client = app.NewClient();
        visit = await app.BookAsync(client, "2026-01-06T11:00");
        app.Time.Set(World.At("2026-01-06T10:50"));
    }

    public async Task DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact, Trait("Req", "A10")]
    public async Task Before_the_window_it_says_when_the_door_opens_and_takes_nobody()
    {
        var early = await client.GetDocumentAsync(Door);
        app.Time.Set(World.At("2026-01-06T10:44"));

        var page = await client.GetDocumentAsync(Door);
        Assert.Contains("You can join from Tue 6 January, 10:45 (Berlin time)", page.QuerySelector("#door")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(Enter));

        var response = await client.PostFormAsync(early, Enter);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("You are early", Heading(await PortalClient.ReadAsync(response)));
        Assert.Equal(Admission.Outside, (await VisitorAsync()).Admission);
    }

    [Fact]
    public async Task From_the_mails_link_it_is_one_press_to_the_queue()
    {
        var joinPage = await client.GetDocumentAsync($"/meetings/{await app.JoinTokenAsync(visit)}/waiting");
        Assert.Equal(Admission.Outside, (await VisitorAsync()).Admission);
        Assert.Equal("Join", joinPage.QuerySelector($"{Enter} button")!.TextContent);

        var response = await client.PostFormAsync(joinPage, Enter);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(Admission.Waiting, (await VisitorAsync()).Admission);
        var waiting = await client.GetDocumentAsync(response.Headers.Location!.OriginalString);
        Assert.Equal("You are next", Heading(waiting));
        Assert.StartsWith("You are next", waiting.Title, StringComparison.Ordinal);
        Assert.Equal("3", waiting.QuerySelector("#door")!.GetAttribute("data-poll"));
    }

    [Fact]
    public async Task It_shows_how_long_one_waits_who_is_before_and_what_the_host_knows()
    {
        using var other = app.NewClient();
        var before = await app.BookAsync(other, "2026-01-06T11:30", name: "Bea Before");
        app.Time.Set(World.At("2026-01-06T11:15"));
        await EnterAsync(before);
        app.Time.Advance(Duration.FromSeconds(5));
        await EnterAsync(visit);
        app.Time.Advance(Duration.FromMinutes(4));

        var page = await client.GetDocumentAsync(Door);

        Assert.Equal("1 before you", Heading(page));
        Assert.Contains("You have waited 4 min", page.QuerySelector("#door")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mara Lindner is not here yet", page.QuerySelector("#door")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vera Visitor", page.QuerySelector("[aria-labelledby=known]")!.TextContent, StringComparison.Ordinal);

        await app.RunAsync((LeaveWaitingRoom leave) => leave.RunAsync(before.Holder.ParticipantId, default));
        Assert.Equal("You are next", Heading(await PortalClient.ReadAsync(await PollAsync(page))));
    }

    [Fact, Trait("Promise", "P3")]
    public async Task A_poll_that_would_show_the_same_is_answered_304()
    {
        await EnterAsync(visit);
        var page = await client.GetDocumentAsync(Door);

        app.Time.Advance(Duration.FromSeconds(30));
        Assert.Equal(HttpStatusCode.NotModified, (await PollAsync(page)).StatusCode);
        app.Time.Advance(Duration.FromSeconds(31));
        var changed = await PollAsync(page);

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var fragment = await PortalClient.ReadAsync(changed);
        Assert.Contains("You have waited 1 min", fragment.QuerySelector("#door")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("You are next · about 9 min · Portal", fragment.QuerySelector("title")!.TextContent);
        Assert.Null(fragment.QuerySelector("main"));
    }

    [Fact]
    public async Task Once_admitted_the_poll_leads_into_the_call()
    {
        var entered = await client.PostFormAsync(await client.GetDocumentAsync(Door), Enter);
        var page = await client.GetDocumentAsync(entered.Headers.Location!.OriginalString);
        await AdmitAsync();

        var response = await PollAsync(page);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal($"/meetings/{visit.Holder.BookingId}/call?as=guest", response.Headers.GetValues("HX-Redirect").Single());
    }

    [Fact, Trait("Req", "F9")]
    public async Task Once_admitted_the_page_has_a_button_into_the_call_for_those_without_scripts()
    {
        await EnterAsync(visit);
        Assert.Contains("See whether it is your turn", (await client.GetDocumentAsync(Door)).QuerySelector("noscript")!.InnerHtml, StringComparison.Ordinal);
        await AdmitAsync();

        var page = await client.GetDocumentAsync(Door);
        Assert.Equal("Enter the call", page.QuerySelector($"{Enter} button")!.TextContent);
        var response = await client.PostFormAsync(page, Enter);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal($"/meetings/{visit.Holder.BookingId}/call?as=guest", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Another_device_that_opens_the_link_is_asked_before_it_takes_the_visitors_place()
    {
        var entered = await client.PostFormAsync(await client.GetDocumentAsync(Door), Enter);
        Assert.True(entered.Headers.Contains("Set-Cookie"));
        using var phone = app.NewClient();
        var page = await phone.GetDocumentAsync(Door);
        Assert.Equal("You are next", Heading(page));
        await AdmitAsync();

        // it holds no session of the visitor, and a look must not give it one
        var response = await PollAsync(page, phone);

        Assert.False(response.Headers.Contains("HX-Redirect"));
        Assert.Equal("You can come in", Heading(await PortalClient.ReadAsync(response)));
    }

    [Fact, Trait("Req", "B10")]
    public async Task A_declined_visitor_reads_the_reason_and_may_ask_again()
    {
        await EnterAsync(visit);
        var page = await client.GetDocumentAsync(Door);
        await DeclineAsync("Give me five more minutes, please.");

        var declined = await PortalClient.ReadAsync(await PollAsync(page));
        Assert.Equal("You were not let in this time", Heading(declined));
        Assert.Equal("Give me five more minutes, please.", declined.QuerySelector("blockquote")!.TextContent);
        Assert.Equal("/book/acme/intro-call", declined.QuerySelector("#door a")!.GetAttribute("href"));

        var whole = await client.GetDocumentAsync(Door);
        var again = whole.QuerySelector($"{Enter} button")!;
        Assert.Equal("Request entry again", again.TextContent);
        Assert.True(again.HasAttribute("disabled"));
        Assert.Contains("You can ask again at 10:51", whole.QuerySelector("#door")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostFormAsync(whole, Enter)).StatusCode);
        Assert.Equal(Admission.Declined, (await VisitorAsync()).Admission);

        app.Time.Advance(Participant.RetryAfter);
        whole = await client.GetDocumentAsync(Door);
        Assert.False(whole.QuerySelector($"{Enter} button")!.HasAttribute("disabled"));
        Assert.Equal(HttpStatusCode.SeeOther, (await client.PostFormAsync(whole, Enter)).StatusCode);
        Assert.Equal((Admission.Waiting, null), ((await VisitorAsync()).Admission, (await VisitorAsync()).RejectionReason));
    }

    [Fact]
    public async Task A_visitor_can_leave_the_queue()
    {
        await EnterAsync(visit);

        var response = await client.PostFormAsync(await client.GetDocumentAsync(Door), "form[action$='/waiting/leave']");

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(Door, response.Headers.Location!.OriginalString);
        Assert.Equal(Admission.Outside, (await VisitorAsync()).Admission);
        Assert.Equal("Your meeting is ready to join", Heading(await client.GetDocumentAsync(Door)));
    }

    [Fact]
    public async Task A_meeting_cancelled_while_one_waits_ends_the_wait_in_words()
    {
        await EnterAsync(visit);
        var page = await client.GetDocumentAsync(Door);
        await app.RunAsync((CancelBooking cancel) =>
            cancel.RunAsync(new CancelBookingRequest(visit.Holder.OrganizationId, visit.Holder.BookingId, null, Actor.System), default));

        var fragment = await PortalClient.ReadAsync(await PollAsync(page));

        Assert.Equal("This meeting was cancelled", Heading(fragment));
        Assert.False(fragment.QuerySelector("#door")!.HasAttribute("data-poll"));
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostFormAsync(await OpenDoorAsync(), Enter)).StatusCode);
    }

    [Fact, Trait("Req", "B11")]
    public async Task Without_a_waiting_room_the_visitor_goes_straight_into_the_call()
    {
        using var globex = app.NewClient();
        var consultation = await app.BookAsync(globex, "2026-01-06T17:00", VisitorApp.Consultation);
        app.Time.Set(World.At("2026-01-06T16:50"));

        var response = await globex.PostFormAsync(await globex.GetDocumentAsync(consultation.Page + "/waiting"), Enter);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal($"/meetings/{consultation.Holder.BookingId}/call?as=guest", response.Headers.Location!.OriginalString);
    }

    [Fact, Trait("Req", "X10")]
    public async Task A_visitor_who_comes_after_the_start_waits_as_well()
    {
        app.Time.Set(World.At("2026-01-06T11:10"));

        var response = await client.PostFormAsync(await client.GetDocumentAsync(Door), Enter);

        Assert.Equal(Door, response.Headers.Location!.OriginalString);
        Assert.Equal(Admission.Waiting, (await VisitorAsync()).Admission);
    }

    [Fact]
    public async Task The_browser_may_offer_camera_and_microphone_here()
    {
        var response = await client.GetAsync(Door);

        Assert.Contains("camera=(self)", response.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
    }

    private static string Heading(IDocument page) => page.QuerySelector("#door-heading")!.TextContent;

    private Task<HttpResponseMessage> PollAsync(IDocument page, PortalClient? by = null)
    {
        var door = page.QuerySelector("#door")!;
        var request = new HttpRequestMessage(HttpMethod.Get, door.GetAttribute("hx-get"));
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-PTag", door.GetAttribute("hx-ptag"));
        return (by ?? client).SendAsync(request);
    }

    /// <summary>A page loaded while the door was open, of another meeting, with the form turned to this one.</summary>
    private async Task<AngleSharp.Html.Dom.IHtmlDocument> OpenDoorAsync()
    {
        using var other = app.NewClient();
        var open = await app.BookAsync(client, "2026-01-06T11:00");
        var page = await client.GetDocumentAsync(open.Page + "/waiting");
        page.QuerySelector(Enter)!.SetAttribute("action", Door + "/enter");
        return page;
    }

    private Task<EnterWaitingRoomOutcome> EnterAsync(BookedVisit who) =>
        app.RunAsync((EnterWaitingRoom enter) => enter.RunAsync(who.Holder.ParticipantId, default));

    private async Task AdmitAsync()
    {
        var host = await HostAsync();
        Assert.IsType<DoorOutcome.Done>(await app.RunAsync((AdmitParticipant admit) =>
            admit.RunAsync(new AdmitParticipantRequest(visit.Holder.OrganizationId, visit.Holder.ParticipantId, host), default)));
    }

    private async Task DeclineAsync(string reason)
    {
        var host = await HostAsync();
        Assert.IsType<DoorOutcome.Done>(await app.RunAsync((DeclineParticipant decline) =>
            decline.RunAsync(new DeclineParticipantRequest(visit.Holder.OrganizationId, visit.Holder.ParticipantId, reason, host), default)));
    }

    private async Task<Actor> HostAsync() => Actor.Staff((await app.FindBookingAsync(visit)).HostId, "Mara Lindner");

    private async Task<Participant> VisitorAsync() =>
        (await app.FindBookingAsync(visit)).Participants.Single(row => row.Id == visit.Holder.ParticipantId);
}
