using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Tests.Support.Http;
using Portal.Web.TagHelpers;

namespace Portal.Tests.Web.Dashboard;

/// <summary>Who stands in the panel, and when it says so.</summary>
public sealed class WaitingPanelTests : IAsyncLifetime
{
    private const string List = "/dashboard/waiting";

    private readonly StaffApp app = new();

    [Theory]
    [Trait("Req", "B5")]
    [InlineData("/dashboard", StaffApp.Mara)]
    [InlineData("/dashboard", StaffApp.Agent)]
    [InlineData("/dashboard/waiting", StaffApp.Jonas)]
    [InlineData("/admin/bookings", StaffApp.Owner)]
    public async Task Everybody_at_the_door_of_the_organisation_is_listed_longest_waiting_first(string url, string email)
    {
        app.Time.Advance(Duration.FromMinutes(2));
        await app.BookAndWaitAsync(draft =>
        {
            draft.Name = "Lena Fischer";
            draft.Notes = "The reset link never arrives.";
            draft.Article = "reset-password";
        });
        app.Time.Advance(Duration.FromMinutes(3));
        using var client = await app.SignInAsync(email);

        var rows = Rows(await client.GetDocumentAsync(url));

        Assert.Equal(2, rows.Count);
        Assert.Contains("5 min since 08:00", Words(rows[0]), StringComparison.Ordinal);
        var lena = Words(rows[1]);
        Assert.Contains("Lena Fischer", lena, StringComparison.Ordinal);
        Assert.Contains($"Intro call, 08:15 · {(email == StaffApp.Mara ? "your meeting" : "with Mara Lindner")}", lena, StringComparison.Ordinal);
        Assert.Contains("3 min since 08:02", lena, StringComparison.Ordinal);
        Assert.Contains("The reset link never arrives.", lena, StringComparison.Ordinal);
        Assert.Contains("From article: reset-password", lena, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Another_organisation_sees_nobody_of_ours()
    {
        await app.BookAndWaitAsync();
        using var henry = await app.SignInAsync(StaffApp.OtherAdmin);

        var page = await henry.GetDocumentAsync(List);

        Assert.Empty(Rows(page));
        Assert.Contains("Nobody is waiting", page.QuerySelector("#waiting-list")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "B10")]
    public async Task An_arrival_is_marked_for_half_a_minute_and_counted_for_the_tabs_title()
    {
        await app.BookAndWaitAsync();
        app.Time.Advance(Duration.FromSeconds(29));
        using var mara = await app.SignInAsync(StaffApp.Mara);

        var fresh = await mara.GetDocumentAsync(List);
        app.Time.Advance(Duration.FromSeconds(1));
        var settled = await mara.GetDocumentAsync(List);

        Assert.All(Rows(fresh), row => Assert.Contains("New", Words(row), StringComparison.Ordinal));
        Assert.All(Rows(settled), row => Assert.DoesNotContain("New", Words(row), StringComparison.Ordinal));
        Assert.Equal("2", fresh.QuerySelector("#waiting-list")!.GetAttribute("data-badge"));
    }

    [Theory]
    [Trait("Req", "N8")]
    [InlineData(null, "Camera and microphone work", "circle-check")]
    [InlineData(NetworkPath.Direct, "Camera and microphone work, network open", "circle-check")]
    [InlineData(NetworkPath.Relayed, "Camera and microphone work, network over the relay", "circle-check")]
    [InlineData(NetworkPath.Blocked, "Camera and microphone work, network blocks calls", "triangle-alert")]
    public async Task What_a_visitors_check_found_is_shown_their_network_too(NetworkPath? network, string words, string icon)
    {
        var vera = await app.BookAndWaitAsync();
        await app.RunAsync(async (PortalDbContext db) =>
        {
            var visitor = await db.Participants.SingleAsync(row => row.Id == vera.VisitorId);
            (visitor.Camera, visitor.Microphone, visitor.Network) = (DeviceState.Works, DeviceState.Works, network);
            return await db.SaveChangesAsync();
        });
        using var mara = await app.SignInAsync(StaffApp.Mara);

        var devices = (await mara.GetDocumentAsync(List)).QuerySelector($"[data-waiting='{vera.VisitorId}'] .waiting-devices")!;

        Assert.Equal(words, Words(devices));
        var drawn = new HtmlParser().ParseDocument(IconSheet.Icon(icon).ToString()!).QuerySelector("svg")!;
        Assert.Equal(drawn.InnerHtml, devices.QuerySelector("svg")!.InnerHtml);
    }

    [Fact]
    [Trait("Req", "B5")]
    public async Task The_polled_list_is_answered_304_until_something_shown_in_it_changes()
    {
        app.Time.Advance(Duration.FromSeconds(40));
        using var mara = await app.SignInAsync(StaffApp.Mara);
        var list = (await mara.GetDocumentAsync("/dashboard")).QuerySelector("#waiting-list")!;
        Assert.Equal("3", list.GetAttribute("data-poll"));
        var (url, shown) = (list.GetAttribute("hx-get")!, list.GetAttribute("hx-ptag")!);

        app.Time.Advance(Duration.FromSeconds(10));
        Assert.Equal(HttpStatusCode.NotModified, (await mara.GetFragmentAsync(url, shown)).StatusCode);

        app.Time.Advance(Duration.FromSeconds(10));
        var minute = await mara.GetFragmentAsync(url, shown);
        Assert.Equal(HttpStatusCode.OK, minute.StatusCode);
        var version = minute.Headers.GetValues("HX-PTag").Single();
        Assert.Equal(HttpStatusCode.NotModified, (await mara.GetFragmentAsync(url, version)).StatusCode);

        await app.BookAndWaitAsync();
        var arrival = await mara.GetFragmentAsync(url, version);
        Assert.Equal(HttpStatusCode.OK, arrival.StatusCode);
        var fragment = await PortalClient.ReadAsync(arrival);
        Assert.Equal(2, Rows(fragment).Count);
        Assert.Null(fragment.QuerySelector("h1"));
    }

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    private static List<IElement> Rows(IParentNode page) => [.. page.QuerySelectorAll("[data-waiting]")];

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
