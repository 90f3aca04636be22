using System.Net;
using Portal.Core.Bookings;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using static Portal.Tests.Web.Dashboard.WaitingForms;

namespace Portal.Tests.Web.Dashboard;

/// <summary>Who may decide in the panel, and who was too late.</summary>
public sealed class WaitingDecisionRightsTests : IAsyncLifetime
{
    private readonly StaffApp app = new();

    [Fact]
    public async Task A_decision_never_leads_to_another_site()
    {
        var meeting = await app.BookAndWaitAsync();
        using var mara = await app.SignInAsync(StaffApp.Mara);

        var response = await mara.PostFormAsync(await mara.GetDocumentAsync(List + "?returnUrl=https%3A%2F%2Felsewhere.test"), Admit(meeting));

        Assert.Equal("/dashboard", response.Headers.Location!.OriginalString);
    }

    [Fact]
    [Trait("Req", "N5")]
    public async Task A_colleague_takes_over_from_a_late_host_and_who_may_not_is_refused()
    {
        var meeting = await app.BookAndWaitAsync();
        using var jonas = await app.SignInAsync(StaffApp.Jonas);
        Assert.Null((await jonas.GetDocumentAsync("/dashboard")).QuerySelector(TakeOver(meeting)));
        await app.GiveJonasTimeForIntroCallsAsync();
        app.Time.Set(World.At("2026-01-05T08:21"));

        var page = await jonas.GetDocumentAsync("/dashboard");
        Assert.Contains("Mara Lindner is late", page.QuerySelector($"#waiting-{meeting.VisitorId}")!.TextContent, StringComparison.Ordinal);
        using var tilda = await app.SignInAsync(StaffApp.Agent);
        var refused = await tilda.SendAsync(Post("TakeOver", meeting.VisitorId, Token(await tilda.GetDocumentAsync("/dashboard"))));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        await jonas.PostFormAsync(page, TakeOver(meeting));

        Assert.Contains("is yours now", await NoticeAsync(jonas), StringComparison.Ordinal);
        Assert.Contains("your meeting", (await jonas.GetDocumentAsync("/dashboard")).QuerySelector($"#waiting-{meeting.VisitorId}")!.TextContent, StringComparison.Ordinal);
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

        Assert.Contains("Jonas Weber let Lena Fischer in a moment ago.", await NoticeAsync(mara), StringComparison.Ordinal);
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
}
