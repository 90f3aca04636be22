using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Notifications;
using Portal.Core.WaitingRoom;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Notifications;

/// <summary>What is written when a visitor did not wait any longer for a host who was not there.</summary>
[Trait("Req", "N5")]
[Trait("Req", "B16")]
public sealed class MissingHostMailTests(SqliteDatabase database) : OutboxTests(database), IClassFixture<SqliteDatabase>
{
    private const string Ten = "2026-01-06T10:00";
    private const string ToVisitor = "We are sorry: Hanna did not come. Nothing counts against you.";
    private const string ToHost = "Hanna was not there, and Vera Visitor did not want to wait any longer. Nothing counts against the visitor.";

    [Fact]
    public async Task A_cancellation_because_the_host_did_not_come_says_so_to_both_and_that_nothing_counts_against_the_visitor()
    {
        var meeting = await World.BookAndWaitAsync(IntroCall, Ten);
        World.Clock.Set(World.At(Ten) + Duration.FromMinutes(6));

        Assert.IsType<CancelBookingOutcome.Cancelled>(await CancelAsync(meeting, meeting.Visitor));

        await ExpectAsync(ToVisitor, ToHost, reason: "I have to go.");
    }

    [Fact]
    public async Task So_does_the_one_of_a_meeting_that_is_booked_again_first_in_line()
    {
        var meeting = await World.BookAndWaitAsync(IntroCall, Ten);
        World.Clock.Set(World.At(Ten) + Duration.FromMinutes(6));

        Assert.IsType<RebookFirstInLineOutcome.Booked>(await World.RunAsync((RebookFirstInLine rebook) => rebook.RunAsync(
            new RebookFirstInLineRequest(meeting.VisitorId, World.At("2026-01-06T11:00"), meeting.Visitor, Guid.NewGuid()), default)));

        await ExpectAsync(ToVisitor, ToHost, reason: "Booked again for another time.");
    }

    [Fact]
    public async Task Any_other_cancellation_blames_nobody()
    {
        var meeting = await World.BookAndWaitAsync(IntroCall, Ten);

        Assert.IsType<CancelBookingOutcome.Cancelled>(await CancelAsync(meeting, Host.AsActor()));

        var (visitor, host) = await CancelledAsync();
        foreach (var body in new[] { visitor.Text, visitor.Html, host.Text, host.Html })
        {
            Assert.DoesNotContain("counts against", body, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", body, StringComparison.Ordinal);
        }
    }

    private async Task ExpectAsync(string toVisitor, string toHost, string reason)
    {
        var (visitor, host) = await CancelledAsync();
        foreach (var (body, words) in new[] { (visitor.Text, toVisitor), (visitor.Html, toVisitor), (host.Text, toHost), (host.Html, toHost) })
        {
            Assert.Contains(words, body, StringComparison.Ordinal);
            Assert.Contains(reason, body, StringComparison.Ordinal);
        }
    }

    private async Task<(OutgoingMail Visitor, OutgoingMail Host)> CancelledAsync()
    {
        await DeliverAsync();
        return (To(VisitorEmail), To(Host.Email!));
    }

    private OutgoingMail To(string address) => Transport.SentTo(address).Single(mail => mail.Subject.StartsWith("Cancelled: ", StringComparison.Ordinal));

    private Task<CancelBookingOutcome> CancelAsync(BookedMeeting meeting, Actor by) => World.RunAsync((CancelBooking cancel) =>
        cancel.RunAsync(new CancelBookingRequest(Acme.Id, meeting.Id, "I have to go.", by), default));
}
