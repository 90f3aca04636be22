using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Api;

public sealed class MeetingsApiTests(CallApp app) : IClassFixture<CallApp>
{
    private const string Launch = "/api/meetings/launch-video";
    private const string Refresh = "/api/meetings/refresh-token";
    private const string End = "/api/meetings/end-meeting";

    [Theory]
    [InlineData(Launch)]
    [InlineData(Refresh)]
    [InlineData(End)]
    [Trait("Req", "A14")]
    public async Task Nobody_is_told_to_sign_in_before_anything_else_is_looked_at(string path)
    {
        using var client = app.NewClient();

        Assert.Equal((HttpStatusCode.Unauthorized, "Unauthorized"), await ErrorAsync(await client.PostJsonAsync(path, new { booking_id = Guid.NewGuid() }, null)));
        Assert.Equal((HttpStatusCode.Unauthorized, "Unauthorized"), await ErrorAsync(await client.PostJsonAsync(path, new { }, null)));
    }

    [Fact]
    [Trait("Req", "A13")]
    [Trait("Req", "A17")]
    public async Task A_host_who_launches_gets_a_ticket_and_the_meeting_is_in_progress()
    {
        var meeting = await app.AddMeetingAsync(Duration.FromMinutes(5));
        using var client = await app.SignInAsync(DemoData.IntroHost);

        var response = await client.PostJsonAsync(Launch, new { booking_id = meeting.Id }, await client.FindRequestTokenAsync(meeting.Path));

        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(["bookingId", "participantName", "roomName", "token"], answer.EnumerateObject().Select(property => property.Name).Order());
        Assert.Equal("Mara Lindner", answer.GetProperty("participantName").GetString());
        Assert.Equal(meeting.Id, answer.GetProperty("bookingId").GetGuid());
        Assert.DoesNotContain(meeting.Id.ToString("N"), answer.GetProperty("roomName").GetString(), StringComparison.Ordinal);
        Assert.Equal(BookingStatus.InProgress, (await app.FindBookingAsync(meeting.Id)).Status);
    }

    [Fact]
    [Trait("Req", "A19")]
    public async Task A_participant_gets_a_fresh_ticket_and_nothing_else()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        using var client = await app.AsVisitorAsync(meeting);
        var first = await client.LaunchAsync(meeting, meeting.GuestPath);

        var response = await client.PostJsonAsync(Refresh, new { booking_id = meeting.Id }, await client.FindRequestTokenAsync(meeting.GuestPath));

        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("token", Assert.Single(answer.EnumerateObject()).Name);
        Assert.NotEqual(first, answer.GetProperty("token").GetString());
    }

    [Fact]
    [Trait("Req", "A14")]
    public async Task A_booking_that_does_not_exist_comes_before_whose_it_is()
    {
        var (client, token) = await VisitorOfAnotherMeetingAsync();
        using var _ = client;
        var tomorrow = await app.AddMeetingAsync(Duration.FromDays(1));

        Assert.Equal((HttpStatusCode.NotFound, "Booking not found"), await ErrorAsync(await client.PostJsonAsync(Launch, new { booking_id = Guid.NewGuid() }, token)));
        Assert.Equal((HttpStatusCode.Forbidden, "Access denied"), await ErrorAsync(await client.PostJsonAsync(Launch, new { booking_id = tomorrow.Id }, token)));
    }

    [Fact]
    [Trait("Req", "A16")]
    public async Task Too_early_comes_before_over()
    {
        var meeting = await app.AddMeetingAsync(Duration.FromDays(1), change: booking => booking.Cancel(null));
        var (client, token) = await VisitorOfAnotherMeetingAsync(meeting);
        using var _ = client;

        Assert.Equal(
            (HttpStatusCode.Forbidden, "Meeting can only be joined 15 minutes before start time"),
            await ErrorAsync(await client.PostJsonAsync(Launch, new { booking_id = meeting.Id }, token)));
    }

    [Theory]
    [InlineData(0, false, "The host has not let you in yet")]
    [InlineData(-31, true, "Meeting is over")]
    [InlineData(16, true, "Meeting can only be joined 15 minutes before start time")]
    [Trait("Req", "A16")]
    [Trait("Req", "X4")]
    [Trait("Promise", "R14")]
    public async Task A_visitor_who_may_not_join_now_is_told_why_and_gets_no_ticket(int startsInMinutes, bool admitted, string error)
    {
        var meeting = await app.AddMeetingAsync(Duration.FromMinutes(startsInMinutes), admitted);
        var (client, token) = await VisitorOfAnotherMeetingAsync(meeting);
        using var _ = client;

        foreach (var path in new[] { Launch, Refresh })
        {
            var response = await client.PostJsonAsync(path, new { booking_id = meeting.Id }, token);
            Assert.DoesNotContain("token", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            Assert.Equal((HttpStatusCode.Forbidden, error), await ErrorAsync(response));
        }

        Assert.Equal(BookingStatus.Confirmed, (await app.FindBookingAsync(meeting.Id)).Status);
    }

    [Fact]
    [Trait("Req", "X6")]
    public async Task Staff_may_launch_before_the_window()
    {
        var meeting = await app.AddMeetingAsync(Duration.FromHours(3));
        using var client = await app.SignInAsync("tilda@acme.test");

        Assert.NotEmpty(await client.LaunchAsync(meeting, meeting.Path));
    }

    [Fact]
    [Trait("Req", "C8")]
    public async Task Staff_of_another_organisation_is_refused()
    {
        var (meeting, theirs) = (await app.AddMeetingAsync(Duration.Zero), await app.AddMeetingAsync(Duration.Zero));
        using var client = await app.SignInAsync("grace@globex.test");
        var (_, token) = await AddVisitorAsync(client, theirs);

        Assert.Equal((HttpStatusCode.Forbidden, "Access denied"), await ErrorAsync(await client.PostJsonAsync(Launch, new { booking_id = meeting.Id }, token)));
        Assert.Equal((HttpStatusCode.NotFound, "Booking not found"), await ErrorAsync(await client.PostJsonAsync(End, new { booking_id = meeting.Id }, token)));
    }

    [Fact]
    [Trait("Req", "X7")]
    public async Task A_body_that_names_somebody_else_is_refused()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        using var client = await app.AsVisitorAsync(meeting);
        var token = await client.FindRequestTokenAsync(meeting.GuestPath);

        Assert.Equal(
            (HttpStatusCode.Forbidden, "Access denied"),
            await ErrorAsync(await client.PostJsonAsync(Launch, new { booking_id = meeting.Id, participant_id = Guid.NewGuid() }, token)));
        Assert.Equal(
            (HttpStatusCode.Forbidden, "Access denied"),
            await ErrorAsync(await client.PostJsonAsync(Launch, new { booking_id = meeting.Id, user_id = Guid.NewGuid() }, token)));
        Assert.Equal(
            HttpStatusCode.OK,
            (await client.PostJsonAsync(Launch, new { booking_id = meeting.Id, participant_id = meeting.VisitorId }, token)).StatusCode);
    }

    [Fact]
    public async Task Without_the_antiforgery_token_nothing_is_done()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        using var client = await app.SignInAsync(DemoData.IntroHost);

        var response = await client.PostJsonAsync(Launch, new { booking_id = meeting.Id }, null);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(BookingStatus.Confirmed, (await app.FindBookingAsync(meeting.Id)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"booking_id":"not-an-id"}""")]
    [InlineData("""{"booking_id":null}""")]
    [Trait("Promise", "R15")]
    public async Task A_body_that_is_none_is_refused_in_words(string body)
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        using var client = await app.SignInAsync(DemoData.IntroHost);
        var request = new HttpRequestMessage(HttpMethod.Post, Launch) { Content = new StringContent(body, null, "application/json") };
        request.Headers.Add("RequestVerificationToken", await client.FindRequestTokenAsync(meeting.Path));

        Assert.Equal((HttpStatusCode.BadRequest, "booking_id is required"), await ErrorAsync(await client.SendAsync(request)));
    }

    [Fact]
    [Trait("Req", "B14")]
    public async Task Staff_ends_a_meeting_for_everybody_and_a_visitor_cannot()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        using var visitor = await app.AsVisitorAsync(meeting);
        await visitor.LaunchAsync(meeting, meeting.GuestPath);
        using var admin = await app.SignInAsync("emil@acme.test");

        var visitorToken = await visitor.FindRequestTokenAsync(meeting.GuestPath);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.PostJsonAsync(End, new { booking_id = meeting.Id }, visitorToken)).StatusCode);
        var adminToken = await admin.FindRequestTokenAsync(meeting.Path);
        Assert.Equal(HttpStatusCode.OK, (await admin.PostJsonAsync(End, new { booking_id = meeting.Id }, adminToken)).StatusCode);

        Assert.Equal(BookingStatus.Completed, (await app.FindBookingAsync(meeting.Id)).Status);
        Assert.Equal((HttpStatusCode.Forbidden, "Meeting is over"), await ErrorAsync(await visitor.PostJsonAsync(Refresh, new { booking_id = meeting.Id }, visitorToken)));
        Assert.Equal(HttpStatusCode.Conflict, (await admin.PostJsonAsync(End, new { booking_id = meeting.Id }, adminToken)).StatusCode);
    }

    private static async Task<(HttpStatusCode Status, string Error)> ErrorAsync(HttpResponseMessage response)
    {
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (response.StatusCode, answer.GetProperty("error").GetString()!);
    }

    /// <summary>A visitor with an open call, so with a page that has a request token, who may know another link too.</summary>
    private async Task<(PortalClient Client, string Token)> VisitorOfAnotherMeetingAsync(CallMeeting? also = null)
    {
        var own = await app.AddMeetingAsync(Duration.Zero);
        var client = app.NewClient();
        if (also is not null)
            await client.GetAsync(CallApp.VisitorDoorOf(also));
        return await AddVisitorAsync(client, own);
    }

    private static async Task<(PortalClient Client, string Token)> AddVisitorAsync(PortalClient client, CallMeeting meeting)
    {
        await client.GetAsync(CallApp.VisitorDoorOf(meeting));
        return (client, await client.FindRequestTokenAsync(meeting.GuestPath));
    }
}
