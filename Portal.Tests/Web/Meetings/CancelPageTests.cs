using System.Net;
using Portal.Core.Bookings;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Meetings;

[Trait("Req", "F3")]
public sealed class CancelPageTests : IAsyncLifetime
{
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
    public async Task It_says_what_is_cancelled_and_who_is_told_before_it_acts()
    {
        var page = await client.GetDocumentAsync(visit.Page + "/cancel");

        Assert.Contains("Tue 6 January", page.QuerySelector(".moment")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mara Lindner and you each get an email.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(BookingStatus.Confirmed, (await app.FindBookingAsync(visit)).Status);
    }

    [Fact]
    public async Task Cancelling_leads_back_to_the_meeting_with_303_and_frees_the_time()
    {
        var page = await client.GetDocumentAsync(visit.Page + "/cancel");

        var response = await client.PostFormAsync(page, "form[method=post]", new Dictionary<string, string> { ["Input.Reason"] = "I found the answer." });

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(visit.Page, response.Headers.Location!.OriginalString);
        var booking = await app.FindBookingAsync(visit);
        Assert.Equal((BookingStatus.Cancelled, "I found the answer."), (booking.Status, booking.CancellationReason));
        Assert.NotNull((await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-06T11:00"))).QuerySelector("form[method=post]"));
    }

    [Fact]
    public async Task A_reason_that_is_too_long_is_refused_and_kept()
    {
        var reason = new string('r', 501);
        var page = await client.GetDocumentAsync(visit.Page + "/cancel");

        var response = await client.PostFormAsync(page, "form[method=post]", new Dictionary<string, string> { ["Input.Reason"] = reason });
        var again = await PortalClient.ReadAsync(response);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(reason, again.GetElementById("Input_Reason")!.TextContent.Trim());
        Assert.NotNull(again.GetElementById("Input_Reason-error"));
        Assert.Equal(BookingStatus.Confirmed, (await app.FindBookingAsync(visit)).Status);
    }

    [Fact]
    public async Task A_meeting_that_is_over_cannot_be_cancelled_and_the_page_says_why()
    {
        var page = await client.GetDocumentAsync(visit.Page + "/cancel");
        app.Time.Set(World.At("2026-01-06T12:00"));

        var response = await client.PostFormAsync(page, "form[method=post]");
        var answer = await PortalClient.ReadAsync(response);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Equal("This meeting can no longer be cancelled", answer.QuerySelector("h1")!.TextContent);
        Assert.Contains("The time of this meeting has passed", answer.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
