using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Persistence;
using Portal.Tests.Support.Calls;

namespace Portal.Tests.Web.Live;

/// <summary>What goes through the hub for every provider: chat, hands, the host's word, the recording notice.</summary>
public sealed class CallSignsTests(CallApp app) : IClassFixture<CallApp>
{
    [Fact]
    [Trait("Req", "D10")]
    public async Task A_line_is_read_by_everybody_and_again_by_who_comes_back()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        await using var host = await app.JoinAsHostAsync(meeting);
        await using (var visitor = await app.JoinAsVisitorAsync(meeting))
        {
            Assert.True((await visitor.Page.InvokeAsync("Say", "Hello")).GetBoolean());

            var own = (await visitor.Page.HearAsync("Said"))[0];
            var heard = (await host.Page.HearAsync("Said"))[0];
            Assert.Equal(("Hello", "Vera Visitor", visitor.Id), (heard.GetProperty("text").GetString(), heard.GetProperty("name").GetString(), heard.GetProperty("from").GetGuid()));
            Assert.Equal(own.GetProperty("id").GetString(), heard.GetProperty("id").GetString());
        }

        await using var back = await app.JoinAsVisitorAsync(meeting);
        Assert.Equal("Hello", back.Room.GetProperty("chat")[0].GetProperty("text").GetString());
    }

    [Fact]
    [Trait("Promise", "R14")]
    public async Task Who_has_no_seat_writes_to_nobody()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        await using var host = await app.JoinAsHostAsync(meeting);
        await using var nobody = await HubPage.ConnectAsync(app.Address);

        Assert.False((await nobody.InvokeAsync("Say", "Hello")).GetBoolean());

        Assert.Null(host.Page.TryHear("Said"));
    }

    [Fact]
    [Trait("Req", "D10")]
    public async Task A_raised_hand_is_seen_by_the_others_and_by_who_comes_later()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        await using var host = await app.JoinAsHostAsync(meeting);
        await host.Page.InvokeAsync("State", new { mic = true, cam = true, sharing = false, hand = true });

        await using var visitor = await app.JoinAsVisitorAsync(meeting);

        Assert.True(visitor.Room.GetProperty("peers")[0].GetProperty("media").GetProperty("hand").GetBoolean());
    }

    [Fact]
    [Trait("Promise", "R14")]
    public async Task Only_staff_can_ask_somebody_to_be_silent()
    {
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        await using var host = await app.JoinAsHostAsync(meeting);
        await using var visitor = await app.JoinAsVisitorAsync(meeting);

        await visitor.Page.InvokeAsync("Mute", host.Id);
        await host.Page.InvokeAsync("Mute", visitor.Id);

        Assert.Equal("Mara Lindner", (await visitor.Page.HearAsync("Muted"))[0].GetString());
        Assert.Null(host.Page.TryHear("Muted"));
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [Trait("Req", "D10")]
    public async Task The_notice_of_a_recording_is_shown_only_for_staff_of_an_organisation_that_allows_it(bool isAllowed, bool byStaff, bool isShown)
    {
        await AllowAsync(isAllowed);
        var meeting = await app.AddMeetingAsync(Duration.Zero);
        await using var host = await app.JoinAsHostAsync(meeting);
        await using var visitor = await app.JoinAsVisitorAsync(meeting);
        var (recorder, other) = byStaff ? (host, visitor) : (visitor, host);

        await recorder.Page.InvokeAsync("State", new { mic = true, cam = true, sharing = false, recording = true });

        Assert.Equal(isShown, (await other.Page.HearAsync("PeerState"))[1].GetProperty("recording").GetBoolean());
        Assert.Equal(isShown, await app.RunAsync((PortalDbContext db) =>
            db.AuditEntries.AnyAsync(entry => entry.BookingId == meeting.Id && entry.Action == "call.recording_started")));
    }

    private Task<bool> AllowAsync(bool isAllowed) => app.ChangeAsync(async db =>
        (await db.Organizations.SingleAsync(row => row.Slug == DemoData.Acme)).AllowsLocalRecording = isAllowed);
}
