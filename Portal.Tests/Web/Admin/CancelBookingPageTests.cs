using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Admin;

[Trait("Req", "B12")]
public sealed class CancelBookingPageTests : IAsyncLifetime
{
    private const string Form = "form[action$='/cancel']";

    private readonly StaffApp app = new();
    private PortalClient emil = null!;
    private BookedMeeting meeting = null!;

    private string Url => $"/admin/bookings/{meeting.Id}/cancel";

    [Fact]
    public async Task It_asks_first_and_says_how_many_people_will_be_told()
    {
        var page = await emil.GetDocumentAsync(Url);

        Assert.Equal("Cancel this meeting?", page.QuerySelector("h1")!.TextContent);
        var warning = page.QuerySelector(".notice-warning")!.TextContent;
        Assert.Contains("2 people will be told", warning, StringComparison.Ordinal);
        Assert.Contains("Vera Visitor and Mara Lindner", warning, StringComparison.Ordinal);
        Assert.Equal(BookingStatus.Confirmed, (await app.FindBookingAsync(meeting.Id)).Status);
    }

    [Fact]
    public async Task Cancelling_keeps_the_reason_tells_both_and_is_in_the_history_with_the_admins_name()
    {
        var response = await emil.PostFormAsync(await emil.GetDocumentAsync(Url), Form, Reason("Mara is ill."));

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        var booking = await app.FindBookingAsync(meeting.Id);
        Assert.Equal((BookingStatus.Cancelled, "Mara is ill."), (booking.Status, booking.CancellationReason));
        Assert.Equal(2, await MailsAsync("meeting_cancelled"));
        var page = await emil.GetDocumentAsync(response.Headers.Location!.OriginalString);
        Assert.Contains("Vera Visitor and Mara Lindner will get an email.", page.QuerySelector(".page-notice")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Emil Sommer cancelled the meeting", page.QuerySelector(".history p")!.TextContent);
    }

    [Fact]
    public async Task Cancelling_twice_changes_and_tells_nothing_more()
    {
        var first = await emil.GetDocumentAsync(Url);
        var second = await emil.GetDocumentAsync(Url);
        await emil.PostFormAsync(first, Form, Reason("Mara is ill."));

        var response = await emil.PostFormAsync(second, Form, Reason("Again."));

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var page = await PortalClient.ReadAsync(response);
        Assert.Contains("It was already cancelled", page.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(Form));
        Assert.Equal("Mara is ill.", (await app.FindBookingAsync(meeting.Id)).CancellationReason);
        Assert.Equal(2, await MailsAsync("meeting_cancelled"));
    }

    [Fact]
    public async Task A_running_meeting_is_ended_in_the_call_instead()
    {
        var running = await app.RunAsync((PortalDbContext db) => db.Bookings
            .Where(row => row.Status == BookingStatus.InProgress && row.Organization!.Slug == DemoData.Acme)
            .Select(row => row.Id).SingleAsync());

        var page = await emil.GetDocumentAsync($"/admin/bookings/{running}/cancel");

        Assert.Contains("End it in the call instead", page.QuerySelector(".notice-warning")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(Form));
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_named_beside_the_field_and_kept()
    {
        var response = await emil.PostFormAsync(await emil.GetDocumentAsync(Url), Form, Reason(new string('x', 501)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await PortalClient.ReadAsync(response);
        Assert.Contains("500 characters", page.QuerySelector("#Input_Reason-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(501, page.QuerySelector("textarea")!.TextContent.Trim().Length);
        Assert.Equal(BookingStatus.Confirmed, (await app.FindBookingAsync(meeting.Id)).Status);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Another_organisations_booking_is_not_found_and_stays()
    {
        using var henry = await app.SignInAsync(StaffApp.OtherAdmin);
        var token = (await henry.GetDocumentAsync("/dashboard")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var response = await henry.SendAsync(Post(new() { ["__RequestVerificationToken"] = token }));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(BookingStatus.Confirmed, (await app.FindBookingAsync(meeting.Id)).Status);
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_refused()
    {
        var response = await emil.SendAsync(Post([]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(BookingStatus.Confirmed, (await app.FindBookingAsync(meeting.Id)).Status);
    }

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        meeting = await app.BookAsync("2026-01-06T09:00");
        emil = await app.SignInAsync(StaffApp.Admin);
    }

    public async Task DisposeAsync()
    {
        emil.Dispose();
        await app.DisposeAsync();
    }

    private HttpRequestMessage Post(Dictionary<string, string> fields) => new(HttpMethod.Post, Url) { Content = new FormUrlEncodedContent(fields) };

    private Task<int> MailsAsync(string kind) => app.RunAsync((PortalDbContext db) =>
        db.Outbox.CountAsync(mail => mail.BookingId == meeting.Id && mail.Kind == kind));

    private static Dictionary<string, string> Reason(string words) => new() { ["Input.Reason"] = words };
}
