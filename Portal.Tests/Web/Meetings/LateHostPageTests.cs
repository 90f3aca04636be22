using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.MeetingTypes;
using Portal.Tests.Support;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Meetings;

/// <summary>What a visitor at the door can do when the host does not come.</summary>
[Trait("Req", "N5")]
public sealed class LateHostPageTests : IAsyncLifetime
{
    private readonly VisitorApp app = new();
    private PortalClient vera = null!;
    private BookedVisit visit = null!;

    [Fact]
    public async Task The_page_opens_when_the_host_is_late_and_leads_to_the_door_before()
    {
        app.Time.Set(World.At("2026-01-05T09:34"));
        Assert.Equal($"/meetings/{visit.Token}/waiting", (await vera.GetAsync(Late)).Headers.Location!.OriginalString);

        app.Time.Set(World.At("2026-01-05T09:35"));
        var page = await vera.GetDocumentAsync(Late);

        Assert.Equal("Mara Lindner is late", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(6, page.QuerySelectorAll("button.time").Length);
        Assert.Contains("Nobody else", page.QuerySelector("[aria-labelledby=colleague]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "N9")]
    public async Task A_link_opened_in_a_browser_that_did_not_come_to_the_door_changes_nothing()
    {
        app.Time.Set(World.At("2026-01-05T09:36"));
        using var stranger = app.NewClient();

        Assert.Equal($"/meetings/{visit.Token}/waiting", (await stranger.GetAsync(Late)).Headers.Location!.OriginalString);
        var door = await stranger.GetDocumentAsync($"/meetings/{visit.Token}/waiting");
        var token = door.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Late}?handler=Cancel")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }),
        };
        await stranger.SendAsync(request);

        Assert.Equal(BookingStatus.Waiting, (await app.FindBookingAsync(visit)).Status);
    }

    [Fact]
    public async Task A_free_colleague_takes_over_and_the_visitor_stays_at_the_door()
    {
        await AddJonasAsync();
        app.Time.Set(World.At("2026-01-05T09:36"));
        var page = await vera.GetDocumentAsync(Late);

        var response = await vera.PostFormAsync(page, "[aria-labelledby=colleague] form");

        Assert.Equal($"/meetings/{visit.Token}/waiting", response.Headers.Location!.OriginalString);
        var booking = await app.FindBookingAsync(visit);
        Assert.Equal(["Jonas Weber"], booking.Participants.Where(person => person.Role == ParticipantRole.Host).Select(person => person.Name));
        Assert.Equal(BookingStatus.Waiting, booking.Status);
        Assert.Contains("Jonas Weber", (await vera.GetDocumentAsync($"/meetings/{visit.Token}/waiting")).QuerySelector("#door")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nobody_is_free_any_more_it_is_said_and_nothing_is_lost()
    {
        await AddJonasAsync();
        app.Time.Set(World.At("2026-01-05T09:36"));
        var page = await vera.GetDocumentAsync(Late);
        await RemoveHostsAsync();

        var response = await vera.PostFormAsync(page, "[aria-labelledby=colleague] form");

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("Nobody else is free", (await PortalClient.ReadAsync(response)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_time_first_in_line_is_a_new_booking_with_a_link_of_its_own()
    {
        app.Time.Set(World.At("2026-01-05T09:36"));
        var page = await vera.GetDocumentAsync(Late);
        var first = (IHtmlButtonElement)page.QuerySelector("button.time")!;

        var response = await vera.PostFormAsync(first.Form!, button: first);

        var link = response.Headers.Location!.OriginalString;
        Assert.StartsWith("/meetings/", link, StringComparison.Ordinal);
        Assert.DoesNotContain(visit.Token, link, StringComparison.Ordinal);
        Assert.Contains("Your new time is booked", (await vera.GetDocumentAsync(link)).QuerySelector(".page-notice, .notice")!.TextContent, StringComparison.Ordinal);
        var old = await app.FindBookingAsync(visit);
        Assert.Equal((BookingStatus.NoShow, MissingSide.Host), (old.Status, old.MissedBy));

        var again = await vera.PostFormAsync(first.Form!, button: first);
        Assert.Equal($"/meetings/{visit.Token}/waiting", again.Headers.Location!.OriginalString);
    }

    [Fact]
    [Trait("Req", "F3")]
    public async Task Cancelling_needs_no_cut_off()
    {
        await app.ChangeTypeAsync("intro-call", type => type.Policy = new MeetingPolicy { CancelUntil = NodaTime.Duration.FromDays(2), ReasonRequired = true });
        app.Time.Set(World.At("2026-01-05T09:36"));

        var response = await vera.PostFormAsync(await vera.GetDocumentAsync(Late), "[aria-labelledby=cancel] form");

        Assert.Equal($"/meetings/{visit.Token}", response.Headers.Location!.OriginalString);
        var booking = await app.FindBookingAsync(visit);
        Assert.Equal((BookingStatus.Cancelled, MissingSide.Host), (booking.Status, booking.MissedBy));
    }

    public async Task InitializeAsync()
    {
        vera = app.NewClient();
        visit = await app.BookAsync(vera, "2026-01-05T09:30");
        app.Time.Set(World.At("2026-01-05T09:25"));
        var door = await vera.GetDocumentAsync($"/meetings/{visit.Token}/waiting");
        await vera.PostFormAsync(door, "#door form");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    private string Late => $"/meetings/{visit.Token}/late-host";

    private Task<int> AddJonasAsync() => app.ReadAsync(async db =>
    {
        var host = await db.Users.SingleAsync(user => user.Email == "jonas@acme.test");
        var type = await db.MeetingTypes.Include(row => row.Hosts).SingleAsync(row => row.Slug == "intro-call");
        type.Hosts.Add(new MeetingTypeHost { HostId = host.Id, Position = 1 });
        // he is in a call of his own in the demo
        await db.Participants.Where(person => person.UserId == host.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(person => person.LeftAt, app.Time.GetCurrentInstant()));
        await db.ClaimSeats.Where(seat => seat.Claim!.HostId == host.Id).ExecuteDeleteAsync();
        await db.TimeClaims.Where(claim => claim.HostId == host.Id).ExecuteDeleteAsync();
        return await db.SaveChangesAsync();
    });

    private Task<int> RemoveHostsAsync() => app.ReadAsync(async db =>
        await db.Set<MeetingTypeHost>().Where(host => host.Position == 1 && db.MeetingTypes.Any(type => type.Id == host.MeetingTypeId && type.Slug == "intro-call")).ExecuteDeleteAsync());
}
