using System.Net;
using NodaTime;

namespace Portal.Tests.Web.Meetings;

/// <summary>Who gets in by a link, and how far.</summary>
[Trait("Req", "C8")]
public sealed class OpenedByLinkTests(OpenedByLinkTests.OneMeeting meeting) : IClassFixture<OpenedByLinkTests.OneMeeting>
{
    private readonly VisitorApp app = meeting.App;
    private readonly BookedVisit visit = meeting.Visit;

    public static TheoryData<string> Pages { get; } =
        ["", "/state?sequence=0", "/invite.ics", "/move", "/move/slots", "/cancel", "/waiting", "/waiting/status", "/how-was-it"];

    public static TheoryData<string> ManagePages { get; } = ["/move", "/move/slots", "/cancel"];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_link_opens_its_meeting_and_a_look_changes_nothing(string path)
    {
        using var client = app.NewClient();
        var before = await app.FingerprintAsync();

        var response = await client.GetAsync(visit.Page + path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(before, await app.FingerprintAsync());
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_token_nobody_has_and_one_that_has_expired_are_answered_alike(string path)
    {
        await using var later = new VisitorApp();
        using var client = later.NewClient();
        var old = await later.BookAsync(client, "2026-01-06T11:00");
        later.Time.Advance(Duration.FromDays(32));

        var expired = await client.GetAsync(old.Page + path);
        var unknown = await client.GetAsync($"/meetings/{new string('x', 43)}{path}");

        Assert.Equal(HttpStatusCode.NotFound, expired.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(await unknown.Content.ReadAsStringAsync(), await expired.Content.ReadAsStringAsync());
    }

    [Theory, MemberData(nameof(ManagePages))]
    public async Task A_join_link_does_not_open_what_changes_the_meeting(string path)
    {
        using var client = app.NewClient();
        var joinToken = await app.JoinTokenAsync(visit);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/meetings/{joinToken}{path}")).StatusCode);
    }

    [Theory]
    [InlineData("/move")]
    [InlineData("/cancel")]
    public async Task A_join_link_cannot_post_what_changes_the_meeting(string path)
    {
        using var client = app.NewClient();
        var joinToken = await app.JoinTokenAsync(visit);
        var before = await app.FingerprintAsync();
        var form = await client.GetDocumentAsync(path == "/move" ? visit.Page + "/move?time=2026-01-09T10:00:00Z" : visit.Page + path);
        var post = form.QuerySelector("form[method=post]")!;
        post.SetAttribute("action", $"/meetings/{joinToken}{path}");

        var response = await client.PostFormAsync(form, "form[method=post]");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(before, await app.FingerprintAsync());
    }

    [Fact]
    public async Task A_join_link_shows_the_meeting_without_what_changes_it()
    {
        using var client = app.NewClient();

        var manage = await client.GetDocumentAsync(visit.Page);
        var join = await client.GetDocumentAsync($"/meetings/{await app.JoinTokenAsync(visit)}");

        Assert.Equal(["Move", "Cancel"], manage.QuerySelectorAll(".meeting-changes a").Select(link => link.TextContent.Trim()));
        Assert.Empty(join.QuerySelectorAll(".meeting-changes a"));
        Assert.Equal(manage.QuerySelector(".moment")!.TextContent, join.QuerySelector(".moment")!.TextContent);
    }

    [Theory]
    [InlineData("/move?time=2026-01-09T10:00:00Z", "form[method=post]")]
    [InlineData("/cancel", "form[method=post]")]
    [InlineData("/waiting", "form[action$='/enter']")]
    public async Task A_form_without_its_antiforgery_token_is_refused(string path, string form)
    {
        await using var atTheDoor = new VisitorApp();
        using var client = atTheDoor.NewClient();
        var soon = await atTheDoor.BookAsync(client, "2026-01-05T08:15");
        var page = await client.GetDocumentAsync(soon.Page + path);
        page.QuerySelector($"{form} [name=__RequestVerificationToken]")!.Remove();

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostFormAsync(page, form)).StatusCode);
    }

    /// <summary>One meeting for the class: nothing here is allowed to change it.</summary>
    public sealed class OneMeeting : IAsyncLifetime
    {
        public VisitorApp App { get; } = new();

        public BookedVisit Visit { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            using var client = App.NewClient();
            Visit = await App.BookAsync(client, "2026-01-06T11:00");
        }

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
