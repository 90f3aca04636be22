using System.Diagnostics;
using System.Net;
using NodaTime;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Http;

namespace Portal.Tests.Web.Live;

/// <summary>Who knocks without end: they do not get in, and whoever talks inside does not notice.</summary>
[Trait("Promise", "R14")]
public sealed class KnockingTests(CallApp app) : IClassFixture<CallApp>
{
    private static readonly object Candidate = new { candidate = "candidate:1 1 udp 1 127.0.0.1 9 typ host", sdpMid = "0" };

    [Fact]
    public async Task A_removed_guest_gets_back_in_none_of_a_thousand_tries()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero, admitted: false);
        using var visitor = await app.AsVisitorAsync(meeting);
        await using var scene = new DoorScene(app, meeting, visitor);
        await scene.ArrangeAsync("kick");
        var token = await app.RequestTokenAsync(visitor);
        string[] asking = ["launch-video", "refresh-token", "seat-ticket"];

        var statuses = new List<HttpStatusCode>();
        var joining = JoinAgainAsync(scene.Kept!, times: 40);
        for (var i = 0; i < 1_000; i++)
            statuses.Add((await visitor.PostJsonAsync(
                $"/api/meetings/{asking[i % asking.Length]}", new { booking_id = meeting.Id, @as = "guest" }, token)).StatusCode);
        await joining;

        Assert.Equal(1_000, statuses.Count(status => status == HttpStatusCode.Forbidden));
        Assert.False(await app.IsInAsync(meeting));
    }

    [Fact]
    public async Task Five_thousand_knocks_a_minute_do_not_stop_the_signalling_of_a_call()
    {
        // six seconds of them, from many people: each comes to the door and leaves it
        const int Knocks = 500;
        var apart = TimeSpan.FromMinutes(1) / 5_000;
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        await using var host = await app.JoinAsHostAsync(meeting);
        await using var visitor = await app.JoinAsVisitorAsync(meeting);
        var people = new List<Knocker>();
        for (var i = 0; i < 20; i++)
            people.Add(await Knocker.AddAsync(app));

        var knocking = KnockAsync(people, Knocks, apart);
        var took = new List<TimeSpan>();
        while (!knocking.IsCompleted)
        {
            var sent = Stopwatch.GetTimestamp();
            await visitor.Page.SendAsync("Signal", host.Id, "session", "candidate", Candidate);
            await host.Page.HearAsync("Signal");
            took.Add(Stopwatch.GetElapsedTime(sent));
            // who sends more than a page does is cut off
            await Task.Delay(50);
        }

        Assert.All(await knocking, status => Assert.Equal(HttpStatusCode.SeeOther, status));
        Assert.True(took.Count > Knocks / 10, $"only {took.Count} signals passed");
        Assert.True(took.Max() < TimeSpan.FromSeconds(5), $"a signal took {took.Max()}");
        people.ForEach(person => person.Client.Dispose());
    }

    private async Task JoinAgainAsync(string kept, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var (page, answer) = await HubPage.JoinAsync(app.Address, kept, $"page-{i}");
            Assert.Equal("ticket", answer.GetProperty("refused").GetString());
            await page.DisposeAsync();
        }
    }

    private static async Task<HttpStatusCode[]> KnockAsync(List<Knocker> people, int knocks, TimeSpan apart)
    {
        var began = Stopwatch.GetTimestamp();
        var answers = new List<Task<HttpStatusCode>>();
        for (var i = 0; i < knocks; i++)
        {
            if (apart * i - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early)
                await Task.Delay(early);
            answers.Add(people[i % people.Count].KnockAsync(i / people.Count % 2 == 0 ? "enter" : "leave"));
        }

        return await Task.WhenAll(answers);
    }

    private sealed record Knocker(PortalClient Client, string Link, string Token)
    {
        public static async Task<Knocker> AddAsync(CallApp app)
        {
            var meeting = await app.AddMeetingAsync(Duration.Zero, admitted: false);
            var client = await app.AsVisitorAsync(meeting);
            return new Knocker(client, await app.LinkOfAsync(meeting), await app.RequestTokenAsync(client));
        }

        public async Task<HttpStatusCode> KnockAsync(string how)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/meetings/{Link}/waiting/{how}");
            request.Headers.Add("RequestVerificationToken", Token);
            using var answer = await Client.SendAsync(request);
            return answer.StatusCode;
        }
    }
}
