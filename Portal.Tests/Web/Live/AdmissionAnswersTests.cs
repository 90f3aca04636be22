using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Video.Direct;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Live;

/// <summary>
/// Whatever anybody outside a call asks of the portal, in every situation at its door: no answer carries anything that opens
/// the call. Asked is everything the routing table has.
/// </summary>
[Trait("Promise", "R14")]
public sealed partial class AdmissionAnswersTests(RelayedCalls calls) : IClassFixture<RelayedCalls>
{
    // given to whom a host has let in, and to nobody else
    private static readonly string[] GivesTickets = ["/api/meetings/launch-video", "/api/meetings/refresh-token", "/api/meetings/seat-ticket", "/generate-call-link"];

    // of the device check, days ahead and for ten minutes: it opens no call, and no other answer has it
    private const string CheckServers = "/device-check/servers";

    private CallApp App => calls.App;

    public static TheoryData<string, string> Cells()
    {
        var cells = new TheoryData<string, string>();
        foreach (var situation in DoorScene.Situations)
            foreach (var asker in new[] { "own browser", "another browser with the link", "another browser that acted", "nobody" })
                cells.Add(situation, asker);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task No_answer_to_somebody_outside_carries_anything_that_opens_a_call(string situation, string asker)
    {
        var meeting = await AddMeetingAsync();
        var link = await App.LinkOfAsync(meeting);
        using var visitor = await App.AsVisitorAsync(meeting);
        await using var scene = new DoorScene(App, meeting, visitor);
        await scene.ArrangeAsync(situation);
        using var another = App.NewClient();
        var client = asker == "own browser" ? visitor : another;
        var token = await App.RequestTokenAsync(client);
        if (asker == "another browser that acted")
            await SendAsync(client, "POST", $"/meetings/{link}/waiting/enter", meeting, token);

        var isLetIn = situation == "admit" && asker == "own browser";
        var asked = Asked(meeting, asker == "nobody" ? "guessed" : link);
        foreach (var (method, path) in asked)
        {
            var answer = await SendAsync(client, method, path, meeting, token);
            var gives = GivesTickets.Any(end => path.EndsWith(end, StringComparison.Ordinal));
            Assert.True(gives && isLetIn == answer.IsSuccessStatusCode || !gives && (int)answer.StatusCode < 500, $"{method} {path}: {(int)answer.StatusCode}");
            if (!(gives && isLetIn) && !path.EndsWith(CheckServers, StringComparison.Ordinal))
                Assert.True(await OpensInAsync(answer) is null, $"{method} {path} carries {await OpensInAsync(answer)}");
        }

        Assert.Contains(("GET", $"/meetings/{(asker == "nobody" ? "guessed" : link)}/waiting/status"), asked);
        Assert.False(await App.IsInAsync(meeting));
    }

    [Fact]
    public async Task The_scan_sees_what_opens_a_call_where_there_is_something()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero);
        var link = await App.LinkOfAsync(meeting);
        using var visitor = await App.AsVisitorAsync(meeting);
        var token = await App.RequestTokenAsync(visitor);

        foreach (var path in Asked(meeting, link).Where(asked => asked.Method == "POST").Select(asked => asked.Path)
            .Where(path => path.EndsWith(CheckServers, StringComparison.Ordinal) || GivesTickets.Any(end => path.EndsWith(end, StringComparison.Ordinal))))
        {
            var answer = await SendAsync(visitor, "POST", path, meeting, token);
            // the check's is a link's own affair, and an address with the booking's number in the link's place is none
            Assert.Equal(path.Contains("check", StringComparison.Ordinal) && !path.Contains(link, StringComparison.Ordinal), await OpensInAsync(answer) is null);
        }
    }

    private async Task<CallMeeting> AddMeetingAsync()
    {
        var meeting = await App.AddMeetingAsync(Duration.Zero, admitted: false);
        // the visitor has a browser, so that any other is another
        await App.ChangeAsync(async db => db.VisitorBrowsers.Add(
            VisitorBrowser.First((await db.Participants.FindAsync(meeting.VisitorId))!, Guid.NewGuid(), App.Now())));
        return meeting;
    }

    // looks first, then what acts on the call, and what changes the meeting for good in the end
    private IReadOnlyList<(string Method, string Path)> Asked(CallMeeting meeting, string link) =>
    [
        .. RoutingTable.AddressesOf(App, new Dictionary<string, string[]>
        {
            ["token"] = [link, meeting.Id.ToString()],
            ["id"] = [meeting.Id.ToString()],
            ["bookingId"] = [meeting.Id.ToString()],
            ["booking_id"] = [meeting.Id.ToString()],
            ["org"] = ["acme"],
            ["type"] = ["intro-call"],
        }).OrderBy(route => route.Method == "GET" ? 0 : route.Path.StartsWith("/api/", StringComparison.Ordinal) ? 1 : 2),
    ];

    private static Task<HttpResponseMessage> SendAsync(PortalClient client, string method, string path, CallMeeting meeting, string token)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path == "" ? "/" : path);
        request.Headers.Add("RequestVerificationToken", token);
        if (method == "GET" && path.EndsWith("/call", StringComparison.Ordinal))
            request.RequestUri = new Uri(path + "?as=guest", UriKind.Relative);
        else if (path.StartsWith("/api/", StringComparison.Ordinal) && method != "GET")
            request.Content = JsonContent.Create(new { booking_id = meeting.Id, @as = "guest" });
        else if (method != "GET")
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("text", "Hello")]);
        return client.SendAsync(request);
    }

    /// <returns>What in the answer, its headers among it, would open a call; null for nothing.</returns>
    private async Task<string?> OpensInAsync(HttpResponseMessage answer)
    {
        var text = $"{answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync()}";
        string[] words = ["iceServers", "\"token\"", RelayedCalls.Credential];
        var tickets = App.Services.GetRequiredService<DirectTickets>();
        return Protected().Matches(text).Select(match => match.Value).FirstOrDefault(word => tickets.TryRead(word, App.Now(), out _))
            ?? words.FirstOrDefault(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
            ?? (WebToken().Match(text) is { Success: true } token ? token.Value : null);
    }

    // how everything begins that the key ring has protected: tickets, and the antiforgery tokens that are none
    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+")]
    private static partial Regex Protected();

    // the tickets of the other providers
    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{10,}\.eyJ")]
    private static partial Regex WebToken();
}

/// <summary>A portal whose calls have a TURN server, so that its credential is something to be found.</summary>
public sealed class RelayedCalls : IAsyncLifetime
{
    public const string Credential = "turn-credential-of-the-tests";

    public CallApp App { get; } = new()
    {
        Settings =
        {
            ["Video:Direct:IceServers:0:Urls:0"] = "turn:turn.test:3478",
            ["Video:Direct:IceServers:0:Username"] = "portal",
            ["Video:Direct:IceServers:0:Credential"] = Credential,
        },
    };

    public Task InitializeAsync() => App.InitializeAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();
}
