using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Core.Persistence;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Dashboard;

/// <summary>Mara's meeting of Thursday in the demo world waits to be approved.</summary>
[Trait("Req", "C1")]
public sealed class ApprovalTests : IAsyncLifetime
{
    private readonly StaffApp app = new();
    private Booking pending = null!;

    [Fact]
    [Trait("Req", "C8")]
    public async Task Hosts_are_asked_about_their_own_and_admins_about_everybodys()
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);
        using var emil = await app.SignInAsync(StaffApp.Admin);
        using var tilda = await app.SignInAsync(StaffApp.Agent);
        using var henry = await app.SignInAsync(StaffApp.OtherAdmin);

        var own = Words(await RowAsync(mara));

        Assert.Contains(pending.VisitorName, own, StringComparison.Ordinal);
        Assert.Contains("Intro call · Thu 8 January, 10:00–10:30", own, StringComparison.Ordinal);
        Assert.DoesNotContain("with Mara", own, StringComparison.Ordinal);
        Assert.Contains("with Mara Lindner", Words(await RowAsync(emil)), StringComparison.Ordinal);
        Assert.Empty((await tilda.GetDocumentAsync("/dashboard")).QuerySelectorAll(".pending-row"));
        Assert.Null((await henry.GetDocumentAsync("/dashboard")).QuerySelector($"#pending-{pending.Id}"));
    }

    [Fact]
    public async Task Approving_confirms_the_meeting_and_says_so()
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);

        var response = await DecideAsync(mara, "/dashboard", "Approve");

        Assert.Equal((HttpStatusCode.SeeOther, "/dashboard"), (response.StatusCode, response.Headers.Location!.OriginalString));
        Assert.Equal(BookingStatus.Confirmed, (await app.FindBookingAsync(pending.Id)).Status);
        var after = await mara.GetDocumentAsync("/dashboard");
        Assert.Contains("The meeting is confirmed.", after.QuerySelector(".page-notice")!.TextContent, StringComparison.Ordinal);
        Assert.Null(after.QuerySelector($"#pending-{pending.Id}"));
    }

    [Fact]
    public async Task Declining_keeps_the_reason_for_the_visitor()
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);

        await DecideAsync(mara, "/dashboard", "Decline", "Please ask by mail first.");

        var booking = await app.FindBookingAsync(pending.Id);
        Assert.Equal((BookingStatus.Rejected, "Please ask by mail first."), (booking.Status, booking.CancellationReason));
    }

    [Fact]
    [Trait("Req", "B8")]
    public async Task The_second_of_two_who_decide_is_told_what_happened()
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);
        using var emil = await app.SignInAsync(StaffApp.Admin);
        var seen = await mara.GetDocumentAsync("/dashboard");
        await DecideAsync(emil, "/dashboard", "Decline");

        using var told = await mara.PostFormAsync(seen, Form("Approve"));

        Assert.Equal(BookingStatus.Rejected, (await app.FindBookingAsync(pending.Id)).Status);
        Assert.Equal(HttpStatusCode.Conflict, told.StatusCode);
        var notice = (await PortalClient.ReadAsync(told)).QuerySelector(".sections > .notice-warning")!;
        Assert.Contains("Somebody already declined this meeting", notice.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin/bookings/{0}")]
    [InlineData("/dashboard/bookings/{0}")]
    public async Task It_is_decided_where_the_booking_is_looked_at_too(string url)
    {
        using var emil = await app.SignInAsync(StaffApp.Admin);
        url = url.Replace("{0}", pending.Id.ToString(), StringComparison.Ordinal);

        var response = await DecideAsync(emil, url, "Approve");

        Assert.Equal(url, response.Headers.Location!.OriginalString);
        Assert.Equal(BookingStatus.Confirmed, (await app.FindBookingAsync(pending.Id)).Status);
        Assert.Null((await emil.GetDocumentAsync(url)).QuerySelector(".decide"));
    }

    [Theory]
    [Trait("Req", "C8")]
    [InlineData(StaffApp.Jonas, HttpStatusCode.Forbidden)]
    [InlineData(StaffApp.OtherAdmin, HttpStatusCode.NotFound)]
    public async Task Nobody_else_decides(string email, HttpStatusCode status)
    {
        using var client = await app.SignInAsync(email);
        var token = (await client.GetDocumentAsync("/dashboard")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var handler in new[] { "Approve", "Decline" })
        {
            var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/dashboard/approvals?handler={handler}")
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["bookingId"] = pending.Id.ToString(), ["__RequestVerificationToken"] = token }),
            });

            Assert.Equal(status, response.StatusCode);
        }

        Assert.Equal(BookingStatus.Pending, (await app.FindBookingAsync(pending.Id)).Status);
    }

    [Fact]
    public async Task Answers_and_guests_are_shown_wherever_staff_see_the_booking_and_always_encoded()
    {
        await app.RunAsync(async (PortalDbContext db) =>
        {
            var booking = await db.Bookings.Include(row => row.Answers).SingleAsync(row => row.Id == pending.Id);
            booking.Answers.Add(new BookingAnswer { Position = 0, Question = "Which <plan>?", Kind = QuestionKind.ShortText, Value = "<script>alert(1)</script>" });
            db.Participants.Add(new Participant { Id = Guid.NewGuid(), BookingId = pending.Id, OrganizationId = pending.OrganizationId, Role = ParticipantRole.Guest, Name = "Guest", Email = "guest@visitor.test" });
            return await db.SaveChangesAsync();
        });
        using var emil = await app.SignInAsync(StaffApp.Admin);
        using var mara = await app.SignInAsync(StaffApp.Mara);

        await AssertToldAsync(emil, $"/admin/bookings/{pending.Id}");
        await AssertToldAsync(mara, $"/dashboard/bookings/{pending.Id}");
        await AssertToldAsync(mara, "/dashboard");
        await AssertToldAsync(mara, "/dashboard/approvals");
        // as the next meeting, the approved one among all that were before it
        await DecideAsync(mara, "/dashboard", "Approve");
        app.Time.Set(World.At("2026-01-08T09:50"));
        var next = (await mara.GetDocumentAsync("/dashboard")).QuerySelector(".next-meeting")!;
        Assert.Contains("Which <plan>? <script>alert(1)</script>", Words(next), StringComparison.Ordinal);
        Assert.Contains("guest@visitor.test", Words(next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_nobody_answered_leaves_the_list_and_expires()
    {
        using var mara = await app.SignInAsync(StaffApp.Mara);
        app.Time.Set(pending.StartsAt);

        Assert.Null((await mara.GetDocumentAsync("/dashboard")).QuerySelector($"#pending-{pending.Id}"));
        await app.RunAsync((ExpirePendingBookings expire) => expire.RunAsync(default));

        Assert.Equal(BookingStatus.Expired, (await app.FindBookingAsync(pending.Id)).Status);
    }

    public async Task InitializeAsync()
    {
        await app.StartAsync();
        pending = await app.RunAsync((PortalDbContext db) => db.Bookings.AsNoTracking()
            .SingleAsync(row => row.Host!.Email == StaffApp.Mara && row.Status == BookingStatus.Pending && row.StartsAt < World.At("2026-01-10T00:00")));
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    private static async Task AssertToldAsync(PortalClient client, string url)
    {
        var page = await client.GetDocumentAsync(url);
        var main = Words(page.QuerySelector("main")!);
        Assert.Contains("Which <plan>? <script>alert(1)</script>", main, StringComparison.Ordinal);
        Assert.Contains("guest@visitor.test", main, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Scripts, script => script.Text.Contains("alert", StringComparison.Ordinal));
    }

    private async Task<HttpResponseMessage> DecideAsync(PortalClient client, string url, string handler, string? reason = null) =>
        await client.PostFormAsync(await client.GetDocumentAsync(url), Form(handler), reason is null ? null : new Dictionary<string, string> { ["reason"] = reason });

    private string Form(string handler) => $"form[action*='handler={handler}']:has(input[value='{pending.Id}'])";

    private async Task<IElement> RowAsync(PortalClient client) => (await client.GetDocumentAsync("/dashboard")).QuerySelector($"#pending-{pending.Id}")!;

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
