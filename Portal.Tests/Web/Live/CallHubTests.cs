using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;
using Portal.Core.Video.Direct;
using Portal.Tests.Support.Calls;
using Portal.Web.Live;

namespace Portal.Tests.Web.Live;

public sealed class CallHubTests(CallApp app) : IClassFixture<CallApp>
{
    private static readonly object Candidate = new { candidate = "candidate:1 1 udp 1 127.0.0.1 9 typ host", sdpMid = "0" };

    [Fact]
    [Trait("Req", "D7")]
    public async Task Two_people_with_tickets_find_each_other()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        await using var host = await app.JoinAsHostAsync(meeting);
        await using var visitor = await app.JoinAsVisitorAsync(meeting);

        var arrived = (await host.Page.HearAsync("PeerJoined"))[0];
        var met = visitor.Answer.GetProperty("room").GetProperty("peers")[0];
        Assert.Equal("Vera Visitor", arrived.GetProperty("name").GetString());
        Assert.False(arrived.GetProperty("isStaff").GetBoolean());
        Assert.Equal("Mara Lindner", met.GetProperty("name").GetString());
        Assert.Equal(visitor.Id, arrived.GetProperty("id").GetGuid());
        Assert.True(visitor.Answer.GetProperty("room").GetProperty("startedAt").GetInt64() > 0);
    }

    [Fact]
    [Trait("Promise", "R14")]
    public async Task A_signal_reaches_its_addressee_with_the_sender_filled_in_by_the_server()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        await using var host = await app.JoinAsHostAsync(meeting);
        await using var visitor = await app.JoinAsVisitorAsync(meeting);

        await visitor.Page.SendAsync("Signal", host.Id, "session", "candidate", Candidate);

        var signal = (await host.Page.HearAsync("Signal"))[0];
        Assert.Equal(visitor.Id, signal.GetProperty("from").GetGuid());
        Assert.Equal("session", signal.GetProperty("sessionId").GetString());
        Assert.Equal("0", signal.GetProperty("payload").GetProperty("sdpMid").GetString());
    }

    [Fact]
    [Trait("Promise", "R14")]
    public async Task A_signal_to_somebody_in_another_room_is_heard_by_nobody()
    {
        var (here, there) = (await app.AddMeetingAsync(Duration.Zero), await app.AddMeetingAsync(Duration.Zero));
        await using var host = await app.JoinAsHostAsync(here);
        await using var stranger = await app.JoinAsVisitorAsync(there);
        await using var visitor = await app.JoinAsVisitorAsync(here);

        await stranger.Page.InvokeAsync("Signal", host.Id, "session", "description", Candidate);
        await visitor.Page.InvokeAsync("Signal", host.Id, "session", "candidate", Candidate);

        Assert.Equal(visitor.Id, (await host.Page.HearAsync("Signal"))[0].GetProperty("from").GetGuid());
        Assert.Null(host.Page.TryHear("Signal"));
    }

    [Fact]
    [Trait("Promise", "R14")]
    public async Task Without_a_ticket_nothing_is_done()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        await using var host = await app.JoinAsHostAsync(meeting);
        await using var nobody = await HubPage.ConnectAsync(app.Address);

        await nobody.InvokeAsync("Signal", host.Id, "session", "candidate", Candidate);
        await nobody.InvokeAsync("State", new { mic = false, cam = false, sharing = false });
        await nobody.InvokeAsync("Leave");
        var ended = await nobody.InvokeAsync("End");

        Assert.False(ended.GetBoolean());
        Assert.Null(host.Page.TryHear("Signal"));
        Assert.Equal(BookingStatus.InProgress, await StatusAsync(meeting));
    }

    [Theory]
    [InlineData("")]
    [InlineData("made-up")]
    [Trait("Promise", "R14")]
    public async Task A_made_up_ticket_is_refused(string ticket)
    {
        var (page, answer) = await HubPage.JoinAsync(app.Address, ticket);
        await using var _ = page;

        Assert.Equal("ticket", answer.GetProperty("refused").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("room").ValueKind);
    }

    [Fact]
    [Trait("Req", "X4")]
    [Trait("Promise", "R14")]
    public async Task A_ticket_kept_from_before_the_end_is_refused()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        using var client = await app.SignInAsync(DemoData.IntroHost);
        var ticket = await client.LaunchAsync(meeting, meeting.Path);
        await using (var host = await app.JoinAsync(ticket))
            Assert.True((await host.Page.InvokeAsync("End")).GetBoolean());

        var (page, answer) = await HubPage.JoinAsync(app.Address, ticket);
        await using var _ = page;

        Assert.Equal("ticket", answer.GetProperty("refused").GetString());
    }

    [Fact]
    [Trait("Req", "B14")]
    public async Task Ending_for_all_sends_everybody_away()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        await using var host = await app.JoinAsHostAsync(meeting);
        await using var visitor = await app.JoinAsVisitorAsync(meeting);

        await host.Page.SendAsync("End");

        Assert.Equal("ended", (await visitor.Page.HearAsync("Ended"))[0].GetString());
        Assert.Equal("ended", (await host.Page.HearAsync("Ended"))[0].GetString());
        await visitor.Page.Closed;
        Assert.Equal(BookingStatus.Completed, await StatusAsync(meeting));
    }

    [Fact]
    [Trait("Req", "B14")]
    [Trait("Promise", "R14")]
    public async Task A_visitor_cannot_end_the_call_for_the_others()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        await using var visitor = await app.JoinAsVisitorAsync(meeting);

        Assert.False((await visitor.Page.InvokeAsync("End")).GetBoolean());
        Assert.Equal(BookingStatus.InProgress, await StatusAsync(meeting));
    }

    [Fact]
    [Trait("Req", "X9")]
    public async Task Leaving_is_told_and_the_last_one_completes_the_meeting()
    {
        var meeting = await app.AddMeetingAsync(-Duration.FromMinutes(1));
        await using var host = await app.JoinAsHostAsync(meeting);
        await using var visitor = await app.JoinAsVisitorAsync(meeting);

        await visitor.Page.InvokeAsync("Leave");
        Assert.Equal(visitor.Id, (await host.Page.HearAsync("PeerLeft"))[0].GetGuid());
        Assert.Equal(BookingStatus.InProgress, await StatusAsync(meeting));
        await host.Page.InvokeAsync("Leave");

        Assert.Equal(BookingStatus.Completed, await StatusAsync(meeting));
    }

    [Fact]
    public async Task A_lost_connection_is_told_and_remembered_and_a_return_clears_it()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        await using var host = await app.JoinAsHostAsync(meeting);
        using var client = await app.AsVisitorAsync(meeting);
        var ticket = await client.LaunchAsync(meeting, meeting.GuestPath);
        await using var visitor = await app.JoinAsync(ticket);

        visitor.Page.Drop();
        await host.Page.HearAsync("PeerLost");
        await UntilAsync(async () => (await FindVisitorAsync(meeting)).DisconnectedAt is not null);
        await using var back = await app.JoinAsync(ticket);

        Assert.Null((await FindVisitorAsync(meeting)).DisconnectedAt);
        Assert.True((await FindVisitorAsync(meeting)).IsInCall);
    }

    [Fact]
    public async Task The_newest_window_of_a_person_wins_and_the_older_one_is_told()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        using var client = await app.SignInAsync(DemoData.IntroHost);
        var ticket = await client.LaunchAsync(meeting, meeting.Path);
        await using var first = await app.JoinAsync(ticket);
        await using var second = await app.JoinAsync(ticket);

        Assert.Equal("replaced", (await first.Page.HearAsync("Ended"))[0].GetString());
        await first.Page.Closed;
        await second.Page.InvokeAsync("State", new { mic = false, cam = true, sharing = false });
        Assert.Single(await app.Services.GetRequiredService<DirectRooms>().EverybodyAsync(default), id => id == second.Id);
    }

    [Fact]
    [Trait("Req", "D7")]
    public async Task Muting_is_told_to_the_others()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        await using var host = await app.JoinAsHostAsync(meeting);
        await using var visitor = await app.JoinAsVisitorAsync(meeting);

        await host.Page.SendAsync("State", new { mic = false, cam = true, sharing = true });

        var told = await visitor.Page.HearAsync("PeerState");
        Assert.Equal(host.Id, told[0].GetGuid());
        Assert.Equal((false, true, true), (told[1].GetProperty("mic").GetBoolean(), told[1].GetProperty("cam").GetBoolean(), told[1].GetProperty("sharing").GetBoolean()));
    }

    [Fact]
    public async Task A_large_description_passes_and_a_larger_message_closes_the_connection()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        await using var host = await app.JoinAsHostAsync(meeting);
        await using var visitor = await app.JoinAsVisitorAsync(meeting);

        await visitor.Page.SendAsync("Signal", host.Id, "session", "description", new { type = "offer", sdp = new string('v', 100_000) });
        await host.Page.HearAsync("Signal");
        await visitor.Page.SendAsync("Signal", host.Id, "session", "description", new { type = "offer", sdp = new string('v', LiveServices.LargestMessage) });

        await visitor.Page.Closed;
    }

    [Fact]
    public async Task Who_floods_the_hub_is_cut_off()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        await using var visitor = await app.JoinAsVisitorAsync(meeting);

        var flood = async () =>
        {
            for (var sent = 0; sent < 2_000; sent++)
                await visitor.Page.InvokeAsync("State", new { mic = true, cam = true, sharing = false });
        };

        await Assert.ThrowsAnyAsync<Exception>(flood);
        await visitor.Page.Closed;
    }

    [Fact]
    public async Task Tickets_are_never_logged()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        using var client = await app.AsVisitorAsync(meeting);
        var ticket = await client.LaunchAsync(meeting, meeting.GuestPath);
        await using var visitor = await app.JoinAsync(ticket);

        Assert.NotEmpty(app.Logs.Lines);
        Assert.DoesNotContain(app.Logs.Lines, line => line.ToString().Contains(ticket, StringComparison.Ordinal));
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await condition())
            await Task.Delay(20, limit.Token);
    }

    private async Task<BookingStatus> StatusAsync(CallMeeting meeting) => (await app.FindBookingAsync(meeting.Id)).Status;

    private async Task<Participant> FindVisitorAsync(CallMeeting meeting) =>
        (await app.FindBookingAsync(meeting.Id)).Participants.Single(row => row.Id == meeting.VisitorId);
}
