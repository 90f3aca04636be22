using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;
using static Portal.Tests.Web.Dashboard.WaitingForms;

namespace Portal.Tests.Web.Dashboard;

/// <summary>What is decided in the panel, and what comes of it.</summary>
public sealed class WaitingDecisionTests : IAsyncLifetime
{
    private readonly StaffApp app = new();

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
    [Trait("Req", "B3")]
    public async Task Admitting_by_htmx_answers_with_the_panel_as_it_stands_now()
    {
        var meeting = await app.BookAndWaitAsync(draft => draft.Name = "Lena Fischer");
        using var mara = await app.SignInAsync(StaffApp.Mara);
        mara.Http.DefaultRequestHeaders.Add("HX-Request", "true");

        var response = await mara.PostFormAsync(await mara.GetDocumentAsync("/dashboard"), Admit(meeting));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("portal:changed", response.Headers.GetValues("HX-Trigger").Single());
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
    [Trait("Req", "N4")]
    public async Task A_time_to_come_back_that_is_none_is_said_and_nothing_typed_is_lost()
    {
        var meeting = await app.BookAndWaitAsync();
        using var mara = await app.SignInAsync(StaffApp.Mara);
        var typed = new Dictionary<string, string> { ["reason"] = "Lunch", ["comeBack"] = "08:45" };

        var refused = await mara.PostFormAsync(await mara.GetDocumentAsync("/dashboard"), Decline(meeting), typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await PortalClient.ReadAsync(refused);
        Assert.Contains("before 08:45, when the meeting ends", page.QuerySelector(".waiting-news")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"#decline-{meeting.VisitorId}[open]"));
        Assert.Equal(("Lunch", "08:45"), (page.QuerySelector($"#reason-{meeting.VisitorId}")!.GetAttribute("value"), page.QuerySelector($"#back-{meeting.VisitorId}")!.GetAttribute("value")));

        typed["comeBack"] = "08:20";
        await mara.PostFormAsync(page, Decline(meeting), typed);
        Assert.Equal(World.At("2026-01-05T08:20"), (await app.FindVisitorAsync(meeting)).ComeBackAt);
    }

    [Fact]
    [Trait("Req", "B5")]
    public async Task A_message_is_kept_for_the_visitor_and_shown_in_the_row()
    {
        var meeting = await app.BookAndWaitAsync();
        using var mara = await app.SignInAsync(StaffApp.Mara);
        var page = await mara.GetDocumentAsync("/dashboard");

        await mara.PostFormAsync(page, Hold(meeting));

        Assert.Equal("Hold on, two minutes", (await app.FindVisitorAsync(meeting)).HostMessage);
        page = await mara.GetDocumentAsync("/dashboard");
        Assert.Contains("Hold on, two minutes", page.QuerySelector($"#waiting-{meeting.VisitorId} .waiting-told")!.TextContent, StringComparison.Ordinal);
        var blank = await mara.PostFormAsync(page, Hold(meeting), new Dictionary<string, string> { ["message"] = "  " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, blank.StatusCode);
        Assert.Equal("Hold on, two minutes", (await app.FindVisitorAsync(meeting)).HostMessage);
    }

    [Fact]
    [Trait("Req", "B5")]
    public async Task All_of_ones_own_visitors_are_let_in_at_once_and_nobody_else_s()
    {
        var (vera, lena) = (await app.BookAndWaitAsync(), await AddSecondVisitorAsync());
        using var mara = await app.SignInAsync(StaffApp.Mara);
        using var jonas = await app.SignInAsync(StaffApp.Jonas);
        Assert.Null((await jonas.GetDocumentAsync("/dashboard")).QuerySelector("#admit-all"));
        var others = (await app.RunAsync((ListWaiting list) => list.RunAsync(vera.OrganizationId, default))).Waiting;
        var notMine = others.Where(row => row.HostName != "Mara Lindner").Select(row => row.ParticipantId).ToList();

        await mara.PostFormAsync(await mara.GetDocumentAsync("/dashboard"), "#admit-all");

        Assert.Equal(Admission.Admitted, (await app.FindVisitorAsync(vera)).Admission);
        Assert.Equal(Admission.Admitted, (await app.FindBookingAsync(vera.Id)).Participants.Single(person => person.Id == lena).Admission);
        var left = (await app.RunAsync((ListWaiting list) => list.RunAsync(vera.OrganizationId, default))).Waiting;
        Assert.Equal(notMine, left.Select(row => row.ParticipantId));
        Assert.Contains("are let in.", await NoticeAsync(mara), StringComparison.Ordinal);
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

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    private async Task<Guid> AddSecondVisitorAsync()
    {
        var booking = (await app.RunAsync((PortalDbContext db) => db.Participants.AsNoTracking()
            .Where(row => row.Admission == Admission.Waiting && row.Name == "Vera Visitor").SingleAsync())).BookingId;
        var lena = new Participant
        {
            Id = Guid.CreateVersion7(),
            BookingId = booking,
            OrganizationId = (await app.FindBookingAsync(booking)).OrganizationId,
            Role = ParticipantRole.Guest,
            Name = "Lena Fischer",
            Email = "lena@visitor.test",
        };
        await app.RunAsync(async (PortalDbContext db) =>
        {
            db.Add(lena);
            return await db.SaveChangesAsync();
        });
        await app.RunAsync((EnterWaitingRoom enter) => enter.RunAsync(lena.Id, default));
        return lena.Id;
    }
}
