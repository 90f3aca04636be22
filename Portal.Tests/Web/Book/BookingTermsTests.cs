using System.Net;
using NodaTime;
using Portal.Core.MeetingTypes;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Book;

/// <summary>The terms of a meeting type: said before booking, kept afterwards.</summary>
[Trait("Req", "F3")]
public sealed class BookingTermsTests(VisitorApp app) : IClassFixture<VisitorApp>, IAsyncLifetime
{
    public Task InitializeAsync()
    {
        app.Time.Set(FakeClock.Start);
        return app.ChangeTypeAsync("intro-call", type => type.Policy = new MeetingPolicy
        {
            CancelUntil = Duration.FromHours(4),
            MoveUntil = Duration.FromHours(2),
            MostMoves = 1,
            ReasonRequired = true,
            MostUpcomingPerEmail = 3,
        });
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task They_are_said_on_the_booking_page_and_on_the_meeting_s()
    {
        using var client = app.NewClient();

        var facts = (await client.GetDocumentAsync(VisitorApp.IntroCall)).QuerySelectorAll(".booking-facts li").Select(fact => fact.TextContent.Trim());
        Assert.Contains("Can be cancelled until 4 h before", facts);
        Assert.Contains("Can be moved once until 2 h before", facts);

        var visit = await app.BookAsync(client, "2026-01-06T11:00", name: "Terms");
        var terms = (await client.GetDocumentAsync(visit.Page)).QuerySelectorAll(".meeting-terms li").Select(term => term.TextContent);
        Assert.Equal(["It can be moved until Tue 6 Jan, 09:00.", "It can be cancelled until Tue 6 Jan, 07:00."], terms);
    }

    [Fact]
    public async Task After_the_cut_off_there_is_no_button_and_a_form_sent_late_says_until_when_it_was_possible()
    {
        using var client = app.NewClient();
        var visit = await app.BookAsync(client, "2026-01-07T11:00");
        var form = await client.GetDocumentAsync($"{visit.Page}/cancel");
        app.Time.Set(World.At("2026-01-07T07:00"));

        Assert.Null((await client.GetDocumentAsync(visit.Page)).QuerySelector("a[href$='/cancel']"));
        var response = await client.PostFormAsync(form, "form[method=post]", new Dictionary<string, string> { ["Input.Reason"] = "Ill" });

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("until Wed 7 Jan, 07:00", (await PortalClient.ReadAsync(response)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_that_is_missing_is_asked_for_beside_its_field()
    {
        using var client = app.NewClient();
        var visit = await app.BookAsync(client, "2026-01-08T14:00");

        var cancel = await client.PostFormAsync(await client.GetDocumentAsync($"{visit.Page}/cancel"), "form[method=post]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, cancel.StatusCode);
        Assert.NotNull((await PortalClient.ReadAsync(cancel)).GetElementById("Input_Reason-error"));

        var moving = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-08T15:00", $"{visit.Page}/move"));
        var move = await client.PostFormAsync(moving, "form[method=post]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, move.StatusCode);
        Assert.NotNull((await PortalClient.ReadAsync(move)).GetElementById("Reason-error"));

        var moved = await client.PostFormAsync(moving, "form[method=post]", new Dictionary<string, string> { ["Reason"] = "Train" });
        Assert.Equal(HttpStatusCode.SeeOther, moved.StatusCode);
        Assert.Contains("as often as it can be", (await client.GetDocumentAsync(visit.Page)).QuerySelector(".meeting-terms")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_that_has_enough_is_told_so_and_keeps_what_it_typed()
    {
        using var client = app.NewClient();
        var values = VisitorApp.Filled(email: "often@visitor.test");
        foreach (var hour in new[] { 11, 12, 13 })
        {
            var form = await client.GetDocumentAsync(VisitorApp.TimeLink($"2026-01-09T{hour}:00"));
            Assert.Equal(HttpStatusCode.SeeOther, (await client.PostFormAsync(form, "form[method=post]", values)).StatusCode);
        }

        var fourth = await client.PostFormAsync(await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-09T14:00")), "form[method=post]", values);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, fourth.StatusCode);
        Assert.Contains("already 3 meetings", (await PortalClient.ReadAsync(fourth)).QuerySelector("#details .notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Trait("Req", "C1")]
    public async Task A_type_that_needs_approval_says_so_before_and_after()
    {
        await app.ChangeTypeAsync("onboarding", type => type.NeedsApproval = true);
        using var client = app.NewClient();
        const string Onboarding = "/book/acme/onboarding";

        var form = await client.GetDocumentAsync(VisitorApp.TimeLink("2026-01-08T11:00", Onboarding));
        Assert.Equal("Ask for Thu 8 Jan, 11:00", form.QuerySelector("#details button.btn-primary")!.TextContent.Trim());
        var visit = await app.BookAsync(client, "2026-01-08T11:00", Onboarding);

        var page = await client.GetDocumentAsync($"{visit.Page}?booked=1");
        Assert.Equal("We got your request", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("The time is kept for you", page.QuerySelector(".meeting-greeting")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Trait("Req", "C6")]
    public async Task A_type_by_private_link_opens_only_with_its_key_which_every_link_keeps()
    {
        await app.ChangeTypeAsync("onboarding", type => (type.Visibility, type.LinkKey) = (MeetingTypeVisibility.ByLink, "s3cret-key"));
        using var client = app.NewClient();

        await client.GetDocumentAsync("/book/acme/onboarding", HttpStatusCode.NotFound);
        await client.GetDocumentAsync("/book/acme/onboarding?key=wrong", HttpStatusCode.NotFound);
        var page = await client.GetDocumentAsync("/book/acme/onboarding?key=s3cret-key");
        var links = page.QuerySelectorAll("#booking a[href]").Select(link => link.GetAttribute("href")!).ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains("key=s3cret-key", link, StringComparison.Ordinal));
        await app.ChangeTypeAsync("onboarding", type => (type.Visibility, type.LinkKey) = (MeetingTypeVisibility.Listed, null));
    }
}
