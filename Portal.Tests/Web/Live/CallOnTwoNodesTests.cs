using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Core.Video.Direct;
using Portal.Tests.Support.Calls;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Web.Live;

/// <summary>The host on one node and the visitor on another, without anything sticky between them.</summary>
[Trait("Req", "F12"), Trait("Promise", "R23")]
public sealed class CallOnTwoNodesTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>, IAsyncLifetime
{
    private readonly CallApp one = new();
    private readonly CallApp other = new();

    [Fact]
    public async Task They_find_each_other_and_exchange_signals_both_ways()
    {
        var meeting = await one.AddMeetingAsync(Duration.Zero);
        await using var host = await JoinAsHostAsync(meeting);
        await using var visitor = await JoinAsVisitorAsync(meeting);

        Assert.Equal(visitor.Id, (await host.Page.HearAsync("PeerJoined"))[0].GetProperty("id").GetGuid());
        Assert.Equal("Mara Lindner", visitor.Answer.GetProperty("room").GetProperty("peers")[0].GetProperty("name").GetString());

        // longer than a NOTIFY may be
        await visitor.Page.SendAsync("Signal", host.Id, "session", "description", new { type = "offer", sdp = new string('v', 20_000) });
        var offer = (await host.Page.HearAsync("Signal"))[0];
        Assert.Equal((visitor.Id, 20_000), (offer.GetProperty("from").GetGuid(), offer.GetProperty("payload").GetProperty("sdp").GetString()!.Length));
        for (var number = 0; number < 20; number++)
            await host.Page.SendAsync("Signal", visitor.Id, "session", "candidate", new { number });
        for (var number = 0; number < 20; number++)
            Assert.Equal(number, (await visitor.Page.HearAsync("Signal"))[0].GetProperty("payload").GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task Muting_leaving_and_losing_the_connection_are_seen_on_the_other_node()
    {
        var meeting = await one.AddMeetingAsync(Duration.Zero);
        await using var host = await JoinAsHostAsync(meeting);
        await using var visitor = await JoinAsVisitorAsync(meeting);

        await visitor.Page.SendAsync("State", new { mic = false, cam = true, sharing = false });
        Assert.False((await host.Page.HearAsync("PeerState"))[1].GetProperty("mic").GetBoolean());

        await visitor.Page.InvokeAsync("Leave");
        Assert.Equal(visitor.Id, (await host.Page.HearAsync("PeerLeft"))[0].GetGuid());

        await using var back = await JoinAsVisitorAsync(meeting);
        back.Page.Drop();
        Assert.Equal(visitor.Id, (await host.Page.HearAsync("PeerLost"))[0].GetGuid());
    }

    [Fact]
    [Trait("Req", "B14")]
    public async Task Ending_for_all_on_one_node_sends_away_those_on_the_other()
    {
        var meeting = await one.AddMeetingAsync(Duration.Zero);
        await using var host = await JoinAsHostAsync(meeting);
        await using var visitor = await JoinAsVisitorAsync(meeting);

        await host.Page.SendAsync("End");

        Assert.Equal("ended", (await visitor.Page.HearAsync("Ended"))[0].GetString());
        await visitor.Page.Closed;
    }

    [Fact]
    public async Task Somebody_who_comes_back_on_the_other_node_has_their_seat_and_the_old_connection_is_told()
    {
        var meeting = await one.AddMeetingAsync(Duration.Zero);
        await using var first = await JoinAsHostAsync(meeting);
        using var client = await other.SignInAsync(DemoData.IntroHost);
        await using var second = await JoinAsync(other, await client.LaunchAsync(meeting, meeting.Path));

        Assert.Equal("replaced", (await first.Page.HearAsync("Ended"))[0].GetString());
        await first.Page.Closed;
        await using var visitor = await JoinAsVisitorAsync(meeting);
        Assert.Equal(visitor.Id, (await second.Page.HearAsync("PeerJoined"))[0].GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task People_of_a_node_that_died_are_missed_by_those_on_the_other()
    {
        var meeting = await one.AddMeetingAsync(Duration.Zero);
        await using var host = await JoinAsHostAsync(meeting);
        await using var visitor = await JoinAsVisitorAsync(meeting);
        await other.ChangeAsync(db => db.Database.ExecuteSqlAsync(
            $"""UPDATE "CallSeats" SET "NodeId" = {Guid.NewGuid()} WHERE "ParticipantId" = {visitor.Id}"""));

        Assert.Equal(1, await one.RunAsync((ClearGoneSeats sweep) => sweep.RunAsync(default)));

        Assert.Equal(visitor.Id, (await host.Page.HearAsync("PeerLost"))[0].GetGuid());
        Assert.NotNull((await one.FindBookingAsync(meeting.Id)).Participants.Single(row => row.Id == meeting.VisitorId).DisconnectedAt);
    }

    public async Task InitializeAsync()
    {
        foreach (var node in new[] { one, other })
        {
            node.Settings["Database:Provider"] = nameof(DatabaseProvider.Postgres);
            node.Settings["Database:ConnectionString"] = database.Options.ConnectionString;
            await node.InitializeAsync();
        }
    }

    public async Task DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
    }

    private async Task<Joined> JoinAsHostAsync(CallMeeting meeting)
    {
        using var client = await one.SignInAsync(DemoData.IntroHost);
        return await JoinAsync(one, await client.LaunchAsync(meeting, meeting.Path));
    }

    private async Task<Joined> JoinAsVisitorAsync(CallMeeting meeting)
    {
        using var client = await other.AsVisitorAsync(meeting);
        return await JoinAsync(other, await client.LaunchAsync(meeting, meeting.GuestPath));
    }

    private static async Task<Joined> JoinAsync(CallApp node, string ticket)
    {
        var (page, answer) = await HubPage.JoinAsync(node.Address, ticket, Guid.NewGuid().ToString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("refused").ValueKind);
        return new Joined(page, answer);
    }

    private sealed record Joined(HubPage Page, JsonElement Answer) : IAsyncDisposable
    {
        public Guid Id => Answer.GetProperty("room").GetProperty("selfId").GetGuid();

        public ValueTask DisposeAsync() => Page.DisposeAsync();
    }
}
