using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Portal.Core.Bookings;
using Portal.Core.Notifications;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Meetings;

/// <summary>A visitor's link in two browsers, from outside.</summary>
[Trait("Req", "N9")]
[Trait("Promise", "R14")]
public sealed partial class SecondDevicePageTests : IAsyncLifetime
{
    private const string Enter = "form[action$='/waiting/enter']";

    private readonly VisitorApp app = new();
    private PortalClient laptop = null!;
    private PortalClient phone = null!;
    private BookedVisit visit = null!;

    private string Door => visit.Page + "/waiting";

    private string Call => $"/meetings/{visit.Holder.BookingId}/call?as=guest";

    public async Task InitializeAsync()
    {
        (laptop, phone) = (app.NewClient(), app.NewClient());
        visit = await app.BookAsync(laptop, "2026-01-06T11:00");
        app.Time.Set(World.At("2026-01-06T10:50"));
        await laptop.PostFormAsync(await laptop.GetDocumentAsync(Door), Enter);
    }

    public async Task DisposeAsync()
    {
        laptop.Dispose();
        phone.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_second_device_shares_the_place_and_is_led_to_the_code_when_it_wants_to_go_on()
    {
        var page = await phone.GetDocumentAsync(Door);
        Assert.Equal("You are next", page.QuerySelector("#door-heading")!.TextContent);
        Assert.Contains("You are here on another device", page.QuerySelector("#door")!.TextContent, StringComparison.Ordinal);

        var acted = await phone.PostFormAsync(page, Enter);
        Assert.Equal($"{visit.Page}/verify", acted.Headers.Location!.OriginalString);
        var verify = await phone.GetDocumentAsync(acted.Headers.Location.OriginalString);
        Assert.Contains("v•••@visitor.test", verify.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("vera@visitor.test", verify.Body.TextContent, StringComparison.Ordinal);

        var wrong = await phone.PostFormAsync(verify, "form[action$='/verify']", new Dictionary<string, string> { ["Input.Code"] = "12" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("There is no code to try", (await PortalClient.ReadAsync(wrong)).Body!.TextContent, StringComparison.Ordinal);

        var right = await phone.PostFormAsync(verify, "form[action$='/verify']", new Dictionary<string, string> { ["Input.Code"] = await MailedCodeAsync() });
        Assert.Equal(Door, right.Headers.Location!.OriginalString);
        await AdmitAsync();
        Assert.Equal(HttpStatusCode.OK, (await LaunchAsync(phone)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await LaunchAsync(laptop)).StatusCode);
        var place = await app.RunAsync((FindWaitingPlace find) => find.RunAsync(PlaceRequest, default));
        Assert.Equal(2, place.Browsers.Count);
    }

    [Fact]
    public async Task It_is_never_let_in_by_itself_also_when_the_first_device_is()
    {
        var acted = await phone.PostFormAsync(await phone.GetDocumentAsync(Door), Enter);
        Assert.True(acted.Headers.Contains("Set-Cookie"));
        await AdmitAsync();

        var page = await phone.GetDocumentAsync(Door);
        Assert.Null(page.QuerySelector(Enter));
        Assert.Contains("This device is not verified", page.QuerySelector("#door")!.TextContent, StringComparison.Ordinal);
        Assert.False((await PollAsync(phone, page)).Headers.Contains("HX-Redirect"));
        await phone.GetDocumentAsync(Call, HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Unauthorized, (await LaunchAsync(phone)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.GetAsync($"/api/meetings/waiting-room/enter?booking_id={visit.Holder.BookingId}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await LaunchAsync(laptop)).StatusCode);
    }

    [Fact]
    public async Task What_the_host_writes_is_for_the_device_that_acts_for_the_visitor()
    {
        await app.RunAsync(async (Portal.Core.Persistence.PortalDbContext db) =>
        {
            (await db.Participants.SingleAsync(row => row.Id == visit.Holder.ParticipantId)).Tell("Two minutes, please.", app.Time.GetCurrentInstant());
            return await db.SaveChangesAsync();
        });

        Assert.Contains("Two minutes, please.", (await laptop.GetDocumentAsync(Door)).QuerySelector(".door-message")!.TextContent, StringComparison.Ordinal);
        var other = await phone.GetDocumentAsync(Door);
        Assert.Null(other.QuerySelector(".door-message"));
        Assert.Null(other.QuerySelector(".door-chat"));
    }

    [Fact]
    public async Task Mail_scanners_that_look_at_every_link_make_nobody_another_device()
    {
        var booked = await app.BookForCallerAsync("2026-01-06T11:30");
        app.Time.Set(World.At("2026-01-06T11:20"));
        using var scanner = app.NewClient();
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Options })
            foreach (var path in new[] { "", "/waiting", "/waiting/status", "/verify" })
                await scanner.SendAsync(new HttpRequestMessage(method, booked.Page + path));

        var entered = await phone.PostFormAsync(await phone.GetDocumentAsync(booked.Page + "/waiting"), Enter);

        Assert.Equal(booked.Page + "/waiting", entered.Headers.Location!.OriginalString);
        Assert.Equal(1, await BrowsersAsync(booked.Holder.ParticipantId));
    }

    [Fact]
    public async Task A_forwarded_link_is_asked_for_the_code_also_when_it_comes_to_the_door_before_whoever_booked()
    {
        var other = await app.BookAsync(laptop, "2026-01-06T11:30");
        app.Time.Set(World.At("2026-01-06T11:20"));
        var forwarded = $"/meetings/{await app.JoinTokenAsync(other)}";

        var acted = await phone.PostFormAsync(await phone.GetDocumentAsync(forwarded + "/waiting"), Enter);

        Assert.Equal(forwarded + "/verify", acted.Headers.Location!.OriginalString);
        Assert.Contains("Is it you?", (await phone.GetDocumentAsync(forwarded + "/verify")).Body!.TextContent, StringComparison.Ordinal);
        await phone.GetDocumentAsync($"/meetings/{other.Holder.BookingId}/call?as=guest", HttpStatusCode.Forbidden);
        var booker = await laptop.GetDocumentAsync(forwarded + "/waiting");
        Assert.DoesNotContain("another device", booker.QuerySelector("#door")!.TextContent, StringComparison.Ordinal);
        await laptop.PostFormAsync(booker, Enter);
        Assert.NotNull((await laptop.GetDocumentAsync(forwarded + "/waiting")).QuerySelector("form[action$='/waiting/leave']"));
        Assert.Equal(2, await BrowsersAsync(other.Holder.ParticipantId));
    }

    [Fact]
    public async Task A_browser_with_nothing_to_verify_is_led_back_to_the_door()
    {
        var own = await laptop.GetAsync(visit.Page + "/verify");
        var stranger = await phone.GetAsync(visit.Page + "/verify");

        Assert.Equal((Door, Door), (own.Headers.Location!.OriginalString, stranger.Headers.Location!.OriginalString));
    }

    private FindWaitingPlaceRequest PlaceRequest => new(visit.Holder.OrganizationId, visit.Holder.BookingId, visit.Holder.ParticipantId);

    private Task<int> BrowsersAsync(Guid visitorId) => app.ReadAsync(db => db.VisitorBrowsers.CountAsync(row => row.ParticipantId == visitorId));

    private async Task<string> MailedCodeAsync()
    {
        await app.RunAsync((DeliverOutbox deliver) => deliver.RunAsync(default));
        var mail = Directory.EnumerateFiles(app.MailFolder, "*", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Single(text => text.Contains("is your code", StringComparison.Ordinal));
        return Code().Match(mail).Value;
    }

    private static Task<HttpResponseMessage> PollAsync(PortalClient client, IHtmlDocument page)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, page.QuerySelector("#door")!.GetAttribute("hx-get"));
        request.Headers.Add("HX-Request", "true");
        return client.SendAsync(request);
    }

    private async Task<HttpResponseMessage> LaunchAsync(PortalClient client)
    {
        const string Token = "[name=__RequestVerificationToken]";
        var form = (await client.GetDocumentAsync(Door)).QuerySelector(Token) ?? (await client.GetDocumentAsync(visit.Page + "/verify")).QuerySelector(Token);
        return await client.PostJsonAsync("/api/meetings/launch-video", new { booking_id = visit.Holder.BookingId }, form!.GetAttribute("value"));
    }

    private async Task AdmitAsync()
    {
        var host = Actor.Staff((await app.FindBookingAsync(visit)).HostId, "Mara Lindner");
        Assert.IsType<DoorOutcome.Done>(await app.RunAsync((AdmitParticipant admit) =>
            admit.RunAsync(new AdmitParticipantRequest(visit.Holder.OrganizationId, visit.Holder.ParticipantId, host), default)));
    }

    [GeneratedRegex("[0-9]{3} [0-9]{3}")]
    private static partial Regex Code();
}
