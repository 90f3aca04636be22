using System.Net;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Tests.Support.Calls;

namespace Portal.Tests.Web.Pages.Meetings;

public sealed class CallPageTests(CallApp app) : IClassFixture<CallApp>
{
    [Fact]
    [Trait("Req", "D7")]
    public async Task The_host_and_the_visitor_open_the_page_and_each_is_named_to_themselves()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        using var host = await app.SignInAsync(DemoData.IntroHost);
        using var visitor = await app.AsVisitorAsync(meeting);

        var theirs = await host.GetDocumentAsync(meeting.Path);
        var ours = await visitor.GetDocumentAsync(meeting.GuestPath);

        Assert.Contains("Mara Lindner", theirs.QuerySelector(".preview .tile-name")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Vera Visitor", ours.QuerySelector(".preview .tile-name")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(theirs.QuerySelector("[data-end]"));
        Assert.Null(ours.QuerySelector("[data-end]"));
        Assert.Equal("/dashboard", theirs.QuerySelector("[data-call]")!.GetAttribute("data-home"));
        Assert.Equal("", ours.QuerySelector("[data-call]")!.GetAttribute("data-home"));
    }

    [Fact]
    [Trait("Req", "X4")]
    [Trait("Promise", "R14")]
    public async Task Before_admission_the_page_explains_and_carries_nothing_that_opens_the_call()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero, admitted: false);
        using var visitor = await app.AsVisitorAsync(meeting);

        var page = await visitor.GetDocumentAsync(meeting.GuestPath + "&returnUrl=/meetings/back", HttpStatusCode.Forbidden);

        Assert.Equal("Please wait to be let in", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("/meetings/back", page.QuerySelector(".call-message a")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("[data-call]"));
    }

    [Fact]
    [Trait("Req", "A10")]
    public async Task A_visitor_who_is_early_reads_when_the_call_opens()
    {
        var meeting = await app.AddMeetingAsync(Duration.FromHours(2));
        using var visitor = await app.AsVisitorAsync(meeting);

        var page = await visitor.GetDocumentAsync(meeting.GuestPath, HttpStatusCode.Forbidden);

        Assert.Equal("You are a little early", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("15 minutes before", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "X6")]
    public async Task A_meeting_that_is_over_says_so_to_both_sides()
    {
        var meeting = await app.AddMeetingAsync(-Duration.FromHours(1), change: booking => booking.MarkNoShow(MissingSide.Both, booking.EndsAt));
        using var host = await app.SignInAsync(DemoData.IntroHost);
        using var visitor = await app.AsVisitorAsync(meeting);

        Assert.Equal("This meeting is over", (await host.GetDocumentAsync(meeting.Path, HttpStatusCode.Forbidden)).QuerySelector("h1")!.TextContent);
        Assert.Equal("This meeting is over", (await visitor.GetDocumentAsync(meeting.GuestPath, HttpStatusCode.Forbidden)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Without_a_sign_in_the_page_asks_for_one()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        using var client = app.NewClient();

        var response = await client.GetAsync(meeting.Path);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Contains("/account/sign-in", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "C8")]
    [Trait("Promise", "R12")]
    public async Task To_somebody_else_s_staff_the_meeting_looks_as_if_it_did_not_exist()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        using var client = await app.SignInAsync("grace@globex.test");

        var theirs = await client.GetAsync(meeting.Path);
        var nobodys = await client.GetAsync($"/meetings/{Guid.NewGuid()}/call");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (theirs.StatusCode, nobodys.StatusCode));
        Assert.Equal(await nobodys.Content.ReadAsStringAsync(), await theirs.Content.ReadAsStringAsync());
    }

    [Fact]
    [Trait("Promise", "R12")]
    public async Task A_guest_whose_browser_is_not_known_is_sent_back_to_their_link_whether_or_not_there_is_a_meeting()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        using var client = app.NewClient();

        var page = await client.GetDocumentAsync(meeting.GuestPath, HttpStatusCode.Forbidden);
        var none = await client.GetDocumentAsync($"/meetings/{Guid.NewGuid()}/call?as=guest", HttpStatusCode.Forbidden);

        Assert.Equal("Open your link once more", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(none.Body!.TextContent, page.Body!.TextContent);
    }

    [Fact]
    [Trait("Req", "A21")]
    public async Task Only_an_address_of_this_portal_is_returned_to()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        using var host = await app.SignInAsync(DemoData.IntroHost);

        var away = await host.GetDocumentAsync($"{meeting.Path}?returnUrl=https://elsewhere.test/");
        var here = await host.GetDocumentAsync($"{meeting.Path}?returnUrl=/admin/bookings");

        Assert.Equal("", away.QuerySelector("[data-call]")!.GetAttribute("data-return-url"));
        Assert.Equal("/admin/bookings", here.QuerySelector("[data-call]")!.GetAttribute("data-return-url"));
    }

    [Fact]
    public async Task Only_the_page_of_a_call_may_use_camera_and_microphone()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        using var host = await app.SignInAsync(DemoData.IntroHost);

        var call = await host.GetAsync(meeting.Path);
        var elsewhere = await host.GetAsync("/");

        Assert.Contains("camera=(self)", call.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("camera=()", elsewhere.Headers.GetValues("Permissions-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_still_to_be_confirmed_cannot_be_joined()
    {
        var meeting = await app.AddMeetingAsync(Duration.FromMinutes(1), change: booking => typeof(Booking).GetProperty(nameof(Booking.Status))!.SetValue(booking, BookingStatus.Pending));
        using var host = await app.SignInAsync(DemoData.IntroHost);

        var page = await host.GetDocumentAsync(meeting.Path, HttpStatusCode.Forbidden);

        Assert.Equal("This meeting is not confirmed yet", page.QuerySelector("h1")!.TextContent);
    }
}
