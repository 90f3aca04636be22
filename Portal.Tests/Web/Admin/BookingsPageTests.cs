using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Admin;

[Trait("Req", "B12")]
public sealed class BookingsPageTests(StaffApp app) : IClassFixture<StaffApp>
{
    private const string Url = "/admin/bookings";

    [Theory]
    [Trait("Req", "F5")]
    [InlineData(StaffApp.Owner, HttpStatusCode.OK)]
    [InlineData(StaffApp.Admin, HttpStatusCode.OK)]
    [InlineData(StaffApp.Mara, HttpStatusCode.Forbidden)]
    [InlineData(StaffApp.Agent, HttpStatusCode.Forbidden)]
    public async Task Owners_and_admins_see_the_bookings_and_others_are_told_why_not(string email, HttpStatusCode expected)
    {
        using var client = await app.SignInAsync(email);

        var page = await client.GetDocumentAsync(Url, expected);

        Assert.Equal(expected == HttpStatusCode.OK ? "Bookings" : "This page is not open to you", page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Somebody_unknown_is_led_to_sign_in_and_back_to_the_filtered_list()
    {
        using var client = app.NewClient();

        var response = await client.GetAsync(Url + "?text=lena");

        Assert.Equal("/account/sign-in?returnUrl=%2Fadmin%2Fbookings%3Ftext%3Dlena", response.Headers.Location!.PathAndQuery);
    }

    [Fact]
    public async Task Each_booking_is_a_row_with_when_who_what_and_what_can_be_done()
    {
        var meeting = await app.BookAsync("2026-01-15T09:00", draft =>
        {
            draft.Name = "Nadia Rahman";
            draft.Email = "nadia@mail.test";
            draft.Article = "export-data";
        });
        using var emil = await app.SignInAsync(StaffApp.Admin);

        var row = (await emil.GetDocumentAsync(Url + "?text=nadia")).QuerySelector($"#booking-{meeting.Id}")!;

        var words = string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("Thu 15 January 09:00–09:30 · Berlin time Nadia Rahman", words, StringComparison.Ordinal);
        foreach (var expected in new[] { "nadia@mail.test", "Intro call", "with Mara Lindner", "export-data", "Confirmed" })
            Assert.Contains(expected, words, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector($"a[href='/meetings/{meeting.Id}/call']"));
        Assert.NotNull(row.QuerySelector($"a[href='/admin/bookings/{meeting.Id}']"));
        Assert.NotNull(row.QuerySelector($"a[href='/admin/bookings/{meeting.Id}/cancel']"));
    }

    [Fact]
    [Trait("Req", "X6")]
    public async Task A_meeting_that_is_over_can_neither_be_joined_nor_cancelled()
    {
        using var emil = await app.SignInAsync(StaffApp.Admin);

        var rows = Rows(await emil.GetDocumentAsync(Url + "?status=completed&status=noshow"));

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Empty(row.QuerySelectorAll(".row-acts a")));
    }

    [Fact]
    public async Task Statuses_can_be_combined_and_stay_chosen()
    {
        using var emil = await app.SignInAsync(StaffApp.Admin);

        var page = await emil.GetDocumentAsync(Url + "?status=cancelled&status=noshow");

        var shown = Rows(page).Select(row => row.QuerySelector(".pill")!.TextContent).Distinct().Order();
        Assert.Equal(["Cancelled", "No-show"], shown);
        Assert.Equal(["cancelled", "noshow"], page.QuerySelectorAll("input[name=status]:checked").Select(chip => chip.GetAttribute("value")));
    }

    [Fact]
    public async Task The_filter_form_works_without_JavaScript()
    {
        await app.BookAsync("2026-01-15T10:00", draft => draft.Name = "Paula Ortiz");
        using var emil = await app.SignInAsync(StaffApp.Admin);
        var page = await emil.GetDocumentAsync(Url);

        var response = await emil.PostFormAsync(page, "form.filters", new Dictionary<string, string> { ["text"] = "ortiz", ["status"] = "confirmed" });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var found = await PortalClient.ReadAsync(response);
        Assert.Contains("Paula Ortiz", Assert.Single(Rows(found)).TextContent, StringComparison.Ordinal);
        Assert.Equal("ortiz", ((IHtmlInputElement)found.QuerySelector("input[name=text]")!).Value);
    }

    [Fact]
    public async Task By_htmx_only_the_rows_are_answered_and_the_address_follows()
    {
        await app.BookAsync("2026-01-15T11:00", draft => draft.Name = "Hugo Lind");
        using var emil = await app.SignInAsync(StaffApp.Admin);

        var response = await emil.GetFragmentAsync(Url + "?handler=Rows&text=%20hugo%20&status=confirmed&older=");

        var fragment = await PortalClient.ReadAsync(response);
        Assert.Null(fragment.QuerySelector("h1"));
        Assert.Single(Rows(fragment));
        Assert.Equal("/admin/bookings?status=confirmed&text=hugo", response.Headers.GetValues("HX-Push-Url").Single());
    }

    [Theory]
    [InlineData("?status=nonsense")]
    [InlineData("?status=17")]
    [InlineData("?older=nonsense")]
    [InlineData("?newer=1-2-3")]
    public async Task What_cannot_be_read_in_the_address_counts_for_nothing(string query)
    {
        using var emil = await app.SignInAsync(StaffApp.Admin);

        Assert.Equal(Ids(await emil.GetDocumentAsync(Url)), Ids(await emil.GetDocumentAsync(Url + query)));
    }

    [Fact]
    public async Task No_match_offers_to_clear_the_filters()
    {
        using var emil = await app.SignInAsync(StaffApp.Admin);

        var page = await emil.GetDocumentAsync(Url + "?text=%25");

        Assert.Empty(Rows(page));
        Assert.Equal("No booking matches", page.QuerySelector(".empty-state-title")!.TextContent);
        Assert.Equal(Url, page.QuerySelector(".empty-state a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Older_and_newer_walk_through_all_bookings_once()
    {
        await AddFortyAsync("2026-03-03T10:00", "Walk Through");
        using var emil = await app.SignInAsync(StaffApp.Admin);
        var pages = new List<IHtmlDocument> { await emil.GetDocumentAsync(Url + "?text=walk") };

        while (Link(pages[^1], "next") is { } older)
            pages.Add(await emil.GetDocumentAsync(older));
        var back = await emil.GetDocumentAsync(Link(pages[^1], "prev")!);

        Assert.Equal([25, 15], pages.Select(page => Rows(page).Count));
        Assert.Equal(40, pages.SelectMany(Ids).Distinct().Count());
        Assert.Null(Link(pages[0], "prev"));
        Assert.Equal(Ids(pages[0]), Ids(back));
        Assert.Equal("walk", ((IHtmlInputElement)pages[1].QuerySelector("input[name=text]")!).Value);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Another_organisations_bookings_do_not_appear()
    {
        var theirs = await app.FindOthersBookingAsync();
        using var emil = await app.SignInAsync(StaffApp.Admin);
        using var henry = await app.SignInAsync(StaffApp.OtherAdmin);
        var search = $"{Url}?text={Uri.EscapeDataString(theirs.VisitorEmail)}";

        Assert.DoesNotContain($"booking-{theirs.Id}", Ids(await emil.GetDocumentAsync(search)));
        Assert.Contains($"booking-{theirs.Id}", Ids(await henry.GetDocumentAsync(search)));
    }

    /// <summary>Forty that start together, told apart by nothing but their id.</summary>
    private Task<int> AddFortyAsync(string at, string name) => app.RunAsync((PortalDbContext db) =>
    {
        var type = db.MeetingTypes.Single(row => row.Slug == "intro-call" && row.Organization!.Slug == DemoData.Acme);
        var host = db.Users.Single(row => row.Email == StaffApp.Mara);
        for (var one = 0; one < 40; one++)
            db.Bookings.Add(new Booking
            {
                Id = Guid.CreateVersion7(),
                OrganizationId = type.OrganizationId,
                MeetingTypeId = type.Id,
                HostId = host.Id,
                StartsAt = World.At(at),
                EndsAt = World.At(at) + Duration.FromMinutes(30),
                VisitorStart = World.At(at).InZone(World.Berlin).LocalDateTime,
                VisitorZone = World.Berlin,
                HostZone = World.Berlin,
                VisitorName = name,
                VisitorEmail = "walk@mail.test",
                CreatedAt = app.Time.GetCurrentInstant(),
            });
        return db.SaveChangesAsync();
    });

    private static List<IElement> Rows(IParentNode page) => [.. page.QuerySelectorAll("#bookings tbody tr")];

    private static List<string> Ids(IParentNode page) => [.. Rows(page).Select(row => row.Id!)];

    private static string? Link(IParentNode page, string rel) => page.QuerySelector($".pager a[rel={rel}]")?.GetAttribute("href");
}
