using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Notifications;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Meetings;

/// <summary>Somebody else has Vera's link: what they may do at her door, and what her host sees of it.</summary>
[Trait("Req", "N9")]
[Trait("Promise", "R14")]
public sealed class StrangerAtTheDoorTests : IAsyncLifetime
{
    private const string Enter = "form[action$='/waiting/enter']";
    private const string Panel = "/dashboard/waiting";

    private readonly VisitorApp app = new();
    private PortalClient vera = null!;
    private PortalClient stranger = null!;
    private PortalClient host = null!;
    private BookedVisit visit = null!;

    private string Door => visit.Page + "/waiting";

    private string Hers => $"[data-waiting='{visit.Holder.ParticipantId}']";

    public async Task InitializeAsync()
    {
        (vera, stranger) = (app.NewClient(), app.NewClient());
        visit = await app.BookAsync(vera, "2026-01-06T11:00");
        app.Time.Set(World.At("2026-01-06T10:50"));
        host = await app.SignInAsync("mara@acme.test");
    }

    public async Task DisposeAsync()
    {
        vera.Dispose();
        stranger.Dispose();
        host.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_host_sees_that_it_may_be_anybody_and_is_not_offered_to_let_them_in()
    {
        await ComeAsync(stranger);

        var panel = await host.GetDocumentAsync(Panel);
        var row = Assert.Single(panel.QuerySelectorAll("[data-stranger]"));
        Assert.Contains("Somebody with Vera Visitor’s link – not verified", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("your meeting", row.TextContent, StringComparison.Ordinal);
        Assert.Empty(row.QuerySelectorAll("form, button, a"));
        Assert.Empty(panel.QuerySelectorAll(Hers));
        // somebody else waits in the demo world, and she is not counted with them
        Assert.Equal("1", panel.QuerySelector("#waiting-list")!.GetAttribute("data-badge"));
        Assert.Equal(Admission.Outside, await AdmissionAsync());
        Assert.Contains("This device is not verified", (await stranger.GetDocumentAsync(Door)).QuerySelector("#door")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_who_admits_all_the_same_lets_nobody_in()
    {
        var token = TokenOf(await host.GetDocumentAsync("/dashboard"));
        await ComeAsync(stranger);

        var admitted = await host.PostJsonAsync("/api/meetings/waiting-room/approve", new { participant_id = visit.Holder.ParticipantId }, token);

        Assert.Equal(HttpStatusCode.Conflict, admitted.StatusCode);
        await stranger.GetDocumentAsync($"/meetings/{visit.Holder.BookingId}/call?as=guest", HttpStatusCode.Forbidden);
        Assert.Equal(Admission.Outside, await AdmissionAsync());
    }

    [Fact]
    public async Task Beside_her_they_are_a_mark_on_her_row_and_being_admitted_is_hers_alone()
    {
        await ComeAsync(vera);
        await ComeAsync(stranger);

        var panel = await host.GetDocumentAsync(Panel);
        Assert.Empty(panel.QuerySelectorAll("[data-stranger]"));
        Assert.Contains("Another device, not verified", Assert.Single(panel.QuerySelectorAll(Hers)).TextContent, StringComparison.Ordinal);
        await host.PostFormAsync(panel, $"{Hers} form:has([data-admit])");

        Assert.Equal(Admission.Admitted, await AdmissionAsync());
        await stranger.GetDocumentAsync($"/meetings/{visit.Holder.BookingId}/call?as=guest", HttpStatusCode.Forbidden);
        await vera.GetDocumentAsync($"/meetings/{visit.Holder.BookingId}/call?as=guest");
    }

    [Fact]
    public async Task The_code_from_the_mail_brings_them_to_the_door_as_the_visitor()
    {
        await ComeAsync(stranger);
        await app.RunAsync((DeliverOutbox deliver) => deliver.RunAsync(default));
        var mail = Directory.EnumerateFiles(app.MailFolder, "*", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Single(text => text.Contains("is your code", StringComparison.Ordinal));

        await stranger.PostFormAsync(
            await stranger.GetDocumentAsync(visit.Page + "/verify"), "form[action$='/verify']",
            new Dictionary<string, string> { ["Input.Code"] = Regex.Match(mail, "[0-9]{3} [0-9]{3}").Value });

        var panel = await host.GetDocumentAsync(Panel);
        Assert.Single(panel.QuerySelectorAll(Hers));
        Assert.Empty(panel.QuerySelectorAll($"[data-stranger], {Hers} .waiting-flag"));
    }

    [Fact]
    public async Task Who_does_not_type_the_code_is_forgotten_when_it_has_run_out()
    {
        await ComeAsync(stranger);
        app.Time.Advance(VisitorBrowser.CodeLifetime);

        Assert.Empty((await host.GetDocumentAsync(Panel)).QuerySelectorAll("[data-stranger]"));
    }

    [Fact]
    [Trait("Req", "B9")]
    public async Task A_page_that_is_not_hers_keeps_no_place_for_her()
    {
        await ComeAsync(vera);
        await ComeAsync(stranger);
        var seen = app.Time.GetCurrentInstant();
        await app.RunAsync((KeepSignsOfLife keep) => keep.RunAsync(default));
        app.Time.Advance(Duration.FromSeconds(30));

        var page = await stranger.GetDocumentAsync(Door);
        for (var polls = 0; polls < 2; polls++)
            Assert.Equal(HttpStatusCode.NotModified, (await PollAsync(stranger, page)).StatusCode);
        await app.RunAsync((KeepSignsOfLife keep) => keep.RunAsync(default));

        Assert.Equal(seen, (await VisitorAsync()).LastSeenAt);
    }

    [Fact]
    public async Task They_cannot_leave_in_her_place()
    {
        await ComeAsync(vera);
        await ComeAsync(stranger);
        // the page they see has no such form; one from elsewhere is sent to it
        var token = TokenOf(await stranger.GetDocumentAsync(visit.Page + "/verify"));

        var left = await stranger.SendAsync(new HttpRequestMessage(HttpMethod.Post, Door + "/leave")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token)]),
        });

        Assert.Equal(HttpStatusCode.SeeOther, left.StatusCode);
        Assert.Equal(Admission.Waiting, await AdmissionAsync());
    }

    private static string TokenOf(IHtmlDocument page) => ((IHtmlInputElement)page.QuerySelector("[name=__RequestVerificationToken]")!).Value;

    private async Task ComeAsync(PortalClient client) => await client.PostFormAsync(await client.GetDocumentAsync(Door), Enter);

    private static Task<HttpResponseMessage> PollAsync(PortalClient client, IHtmlDocument page)
    {
        var door = page.QuerySelector("#door")!;
        var request = new HttpRequestMessage(HttpMethod.Get, door.GetAttribute("hx-get"));
        request.Headers.Add("HX-Request", "true");
        request.Headers.Add("HX-PTag", door.GetAttribute("hx-ptag"));
        return client.SendAsync(request);
    }

    private async Task<Admission> AdmissionAsync() => (await VisitorAsync()).Admission;

    private async Task<Participant> VisitorAsync() =>
        (await app.FindBookingAsync(visit)).Participants.Single(person => person.Id == visit.Holder.ParticipantId);
}
