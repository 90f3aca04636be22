using System.Net;
using AngleSharp.Dom;
using NodaTime;
using Portal.Core.Organizations;

namespace Portal.Tests.Web.Book;

[Trait("Req", "C1")]
public sealed class OrganizationPageTests(VisitorApp app) : IClassFixture<VisitorApp>
{
    [Fact]
    public async Task It_lists_what_can_be_booked_with_its_length_and_who_holds_it()
    {
        using var client = app.NewClient();

        var cards = (await client.GetDocumentAsync("/book/acme")).QuerySelectorAll(".offer").Select(Text).ToList();

        Assert.Equal(5, cards.Count);
        Assert.Contains("Intro call", cards[0], StringComparison.Ordinal);
        Assert.Contains("30 minutes", cards[0], StringComparison.Ordinal);
        Assert.Contains("Mara Lindner", cards[0], StringComparison.Ordinal);
        Assert.Contains("Onboarding", cards[1], StringComparison.Ordinal);
        Assert.Contains("Next free host", cards[1], StringComparison.Ordinal);
        Assert.Contains("A group of up to 5", cards[2], StringComparison.Ordinal);
        Assert.Contains("45 or 60 minutes", cards[3], StringComparison.Ordinal);
        Assert.Contains("2 hosts together", cards[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_links_lead_to_the_meetings_and_keep_the_article()
    {
        using var client = app.NewClient();

        var links = (await client.GetDocumentAsync("/book/acme?article=reset-password")).QuerySelectorAll(".offer h2 a").Select(a => a.GetAttribute("href")!).ToList();

        Assert.Equal(["intro-call", "onboarding", "workshop", "contract-review", "session-with-mara-lindner"], links.Select(link => link["/book/acme/".Length..].Replace("?article=reset-password", "", StringComparison.Ordinal)));
        Assert.All(links, link => Assert.EndsWith("?article=reset-password", link, StringComparison.Ordinal));
        foreach (var link in links)
            await client.GetDocumentAsync(link);
    }

    [Fact]
    public async Task It_costs_one_query_a_second_however_many_ask()
    {
        using var client = app.NewClient();
        await client.GetAsync("/book/acme");

        Assert.Empty(app.QueriesOf(await client.GetAsync("/book/acme")));
        app.Time.Advance(NodaTime.Duration.FromSeconds(1));
        Assert.Single(app.QueriesOf(await client.GetAsync("/book/acme")));
    }

    [Fact, Trait("Req", "D3")]
    public async Task A_host_who_has_a_public_profile_is_linked_to_it()
    {
        using var client = app.NewClient();
        var page = await client.GetDocumentAsync("/book/acme");

        var profile = page.QuerySelector(".offer-facts a")!;
        Assert.Equal("Mara Lindner", profile.TextContent);
        Assert.Equal("Mara Lindner", (await client.GetDocumentAsync(profile.GetAttribute("href")!)).QuerySelector("h1")!.TextContent.Trim());
    }

    [Fact, Trait("Req", "C8")]
    public async Task An_organisation_nobody_founded_is_not_found()
    {
        using var client = app.NewClient();

        await client.GetDocumentAsync("/book/nobody", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_meeting_types_it_says_so()
    {
        using var client = app.NewClient();
        await app.ReadAsync(async db =>
        {
            db.Add(new Organization
            {
                Id = Guid.CreateVersion7(),
                Slug = "initech",
                Name = "Initech",
                Zone = DateTimeZone.Utc,
                WaitingRoomEnabled = true,
            });
            return await db.SaveChangesAsync();
        });

        var page = await client.GetDocumentAsync("/book/initech");

        Assert.Contains("Nothing can be booked here yet", Text(page.QuerySelector(".empty-state")!), StringComparison.Ordinal);
    }

    private static string Text(IElement element) => element.TextContent;
}
