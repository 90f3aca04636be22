using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Providers;

namespace Portal.Tests.Web.Api;

/// <summary>The calls API where a provider with a server of its own carries the call, and what is the same for all.</summary>
public sealed class ProviderCallsApiTests(ProviderCalls calls) : IClassFixture<ProviderCalls>
{
    [Fact]
    [Trait("Req", "D6")]
    public async Task A_call_link_is_the_same_room_for_both_with_an_identity_and_a_role_of_their_own()
    {
        var meeting = await StartAsync("livekit");
        var host = await LinkAsync(meeting, asGuest: false);
        var visitor = await LinkAsync(meeting, asGuest: true);

        Assert.Equal(
            ["session_id", "room_name", "livekit_url", "access_token", "participant_identity", "participant_role"],
            host.EnumerateObject().Select(property => property.Name));
        Assert.Equal(host.GetProperty("room_name").GetString(), visitor.GetProperty("room_name").GetString());
        Assert.Equal(("host", "visitor"), (host.GetProperty("participant_role").GetString(), visitor.GetProperty("participant_role").GetString()));
        Assert.Equal($"ws://{calls.LiveKit.Address.Authority}", visitor.GetProperty("livekit_url").GetString());
        Assert.NotEqual(host.GetProperty("participant_identity").GetString(), visitor.GetProperty("participant_identity").GetString());
        var claims = HandMadeJwt.Read(visitor.GetProperty("access_token").GetString()!, FakeLiveKit.ApiSecret)!.Value;
        Assert.Equal(visitor.GetProperty("participant_identity").GetString(), claims.GetProperty("sub").GetString());
    }

    [Fact]
    [Trait("Req", "D6")]
    public async Task A_call_link_of_nothing_is_not_found_and_of_somebody_else_s_meeting_refused()
    {
        using var grace = await calls.App.SignInAsync("grace@globex.test");
        var token = (await grace.GetDocumentAsync("/dashboard")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");

        var missing = await grace.PostJsonAsync($"/api/sessions/{Guid.NewGuid()}/generate-call-link", new { }, token);
        var foreign = await grace.PostJsonAsync($"/api/sessions/{(await StartAsync("direct")).Id}/generate-call-link", new { }, token);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Forbidden), (missing.StatusCode, foreign.StatusCode));
    }

    [Theory]
    [InlineData("livekit", "/lib/livekit/")]
    [InlineData("twilio", "/lib/twilio/")]
    [InlineData("direct", null)]
    public async Task Only_the_page_of_a_call_reads_its_provider_s_library_and_may_connect_there(string provider, string? library)
    {
        var meeting = await StartAsync(provider);
        using var host = await calls.App.SignInAsync(DemoData.IntroHost);
        var response = await host.GetAsync(meeting.Path);
        var body = await response.Content.ReadAsStringAsync();
        var connect = response.Headers.GetValues("Content-Security-Policy").Single().Split("; ").Single(part => part.StartsWith("connect-src", StringComparison.Ordinal));

        Assert.Equal(
            provider switch
            {
                "twilio" => "connect-src 'self' wss://*.vss.twilio.com",
                "livekit" => $"connect-src 'self' ws://{calls.LiveKit.Address.Authority} http://{calls.LiveKit.Address.Authority}",
                _ => "connect-src 'self'",
            },
            connect);
        Assert.Equal(library is null ? 0 : 1, new[] { "/lib/livekit/", "/lib/twilio/" }.Count(one => body.Contains(one, StringComparison.Ordinal)));
        Assert.True(library is null || body.Contains(library, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Req", "B13")]
    public async Task Who_is_in_the_call_is_listed_with_role_and_time_for_members_of_the_organisation()
    {
        var meeting = await StartAsync("direct");
        using var host = await calls.App.SignInAsync(DemoData.IntroHost);
        var (page, _) = await HubPage.JoinAsync(calls.App.Address, await host.LaunchAsync(meeting, meeting.Path));
        await using var _ = page;
        using var grace = await calls.App.SignInAsync("grace@globex.test");
        using var nobody = calls.App.NewClient();

        var people = (await (await host.GetAsync(PeopleOf(meeting))).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("participants");

        var mara = Assert.Single(people.EnumerateArray());
        Assert.Equal(("Mara Lindner", "host"), (mara.GetProperty("name").GetString(), mara.GetProperty("role").GetString()));
        Assert.EndsWith("Z", mara.GetProperty("joined_at").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await grace.GetAsync(PeopleOf(meeting))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync(PeopleOf(meeting))).StatusCode);
    }

    [Fact]
    [Trait("Promise", "R14")]
    public async Task Only_staff_of_the_organisation_remove_somebody()
    {
        var meeting = await StartAsync("direct");
        using var visitor = await calls.App.AsVisitorAsync(meeting);
        using var grace = await calls.App.SignInAsync("grace@globex.test");
        using var nobody = calls.App.NewClient();
        var body = new { booking_id = meeting.Id, participant_id = meeting.VisitorId };
        var graces = (await grace.GetDocumentAsync("/dashboard")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value");

        HttpStatusCode[] statuses =
        [
            (await nobody.PostJsonAsync(Remove, body, null)).StatusCode,
            (await visitor.PostJsonAsync(Remove, body, await visitor.FindRequestTokenAsync(meeting.GuestPath))).StatusCode,
            (await grace.PostJsonAsync(Remove, body, graces)).StatusCode,
        ];

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound], statuses);
    }

    [Fact]
    [Trait("Req", "D10")]
    public async Task A_recording_nobody_wants_is_not_started()
    {
        var meeting = await StartAsync("twilio");
        using var host = await calls.App.SignInAsync(DemoData.IntroHost);

        var response = await host.PostJsonAsync("/api/meetings/start-recording", new { booking_id = meeting.Id }, await host.FindRequestTokenAsync(meeting.Path));

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    private const string Remove = "/api/meetings/remove-participant";

    private static string PeopleOf(CallMeeting meeting) => $"/api/meetings/{meeting.Id}/participants";

    private async Task<JsonElement> LinkAsync(CallMeeting meeting, bool asGuest)
    {
        using var client = asGuest ? await calls.App.AsVisitorAsync(meeting) : await calls.App.SignInAsync(DemoData.IntroHost);
        var token = await client.FindRequestTokenAsync(asGuest ? meeting.GuestPath : meeting.Path);
        var response = await client.PostJsonAsync($"/api/sessions/{meeting.Id}/generate-call-link", new { }, token);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<CallMeeting> StartAsync(string provider)
    {
        await calls.ChooseAsync(provider);
        var meeting = await calls.App.AddMeetingAsync(Duration.Zero);
        using var host = await calls.App.SignInAsync(DemoData.IntroHost);
        await host.LaunchAsync(meeting, meeting.Path);
        return meeting;
    }
}
