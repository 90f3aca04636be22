using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Notifications;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Notifications;

[Trait("Req", "F1")]
[Trait("Promise", "R3")]
public abstract partial class DeliverOutboxTests(PortalDatabase database) : OutboxTests(database)
{
    [Fact]
    [Trait("Req", "B16")]
    public async Task A_booking_tells_the_visitor_and_the_host_once()
    {
        await World.BookAsync(IntroCall, "2026-01-06T10:00");

        Assert.Equal(2, await DeliverAsync());
        Assert.Equal(0, await DeliverAsync());

        Assert.Single(Transport.SentTo(VisitorEmail));
        Assert.Single(Transport.SentTo(Host.Email!));
        Assert.All(await ListOutboxAsync(), row => Assert.Equal((World.Now, null, null), (row.SentAt, row.LeasedUntil, row.LastError)));
    }

    [Fact]
    public async Task A_booking_that_was_refused_tells_nobody()
    {
        await World.BookAsync(IntroCall, "2026-01-06T10:00");
        Assert.IsType<BookSlotOutcome.SlotTaken>(await World.TryBookAsync(IntroCall, "2026-01-06T10:00"));

        await DeliverAsync();

        Assert.Equal(2, Transport.Sent.Count);
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_commit_and_nothing_of_a_change_that_was_rolled_back()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-06T10:00");
        await DeliverAsync();
        await using var db = World.Database.NewContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var reader = await db.Participants.SingleAsync(person => person.Id == meeting.VisitorId);
        db.Outbox.Add(OutboxMessage.For(reader, new MeetingInvitation(World.Now, World.Now, 1), World.Now));
        await db.SaveChangesAsync();

        Assert.Equal(0, await DeliverAsync());
        await transaction.RollbackAsync();

        Assert.Equal(0, await DeliverAsync());
        Assert.Equal(2, Transport.Sent.Count);
    }

    [Fact]
    [Trait("Promise", "R13")]
    public async Task The_links_of_a_mail_open_its_meeting_and_are_stored_as_hashes_only()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-06T10:00");

        await DeliverAsync();

        var mail = Transport.SentTo(VisitorEmail).Single();
        var join = Assert.Single(JoinToken().Matches(mail.Text).Select(match => match.Groups["token"].Value).Distinct());
        var manage = Assert.Single(ManageToken().Matches(mail.Text).Select(match => match.Groups["token"].Value).Distinct());
        Assert.Equal(LinkPurpose.Join, (await FindLinkAsync(join))!.Purpose);
        Assert.Equal(LinkPurpose.Manage, (await FindLinkAsync(manage))!.Purpose);
        Assert.Equal(meeting.Id, (await FindLinkAsync(join))!.BookingId);
        Assert.DoesNotContain(await ListOutboxAsync(), row => row.Payload.Contains(join, StringComparison.Ordinal) || row.Payload.Contains(manage, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reader_gets_the_mails_of_a_booking_in_order_also_when_the_first_is_put_off()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-06T10:00");
        World.Clock.Advance(Duration.FromSeconds(1));
        await World.RunAsync((CancelBooking cancel) => cancel.RunAsync(new CancelBookingRequest(Acme.Id, meeting.Id, null, meeting.Visitor), default));
        Transport.Answer = mail => mail.To == VisitorEmail ? new SendOutcome.Deferred("451 greylisted") : new SendOutcome.Sent();

        await DeliverAsync();
        Assert.Empty(Transport.SentTo(VisitorEmail));
        Assert.Single(Transport.Attempted, mail => mail.To == VisitorEmail);
        Assert.Equal(2, Transport.SentTo(Host.Email!).Count);

        Transport.Answer = _ => new SendOutcome.Sent();
        await DeliverAsync();
        Assert.Empty(Transport.SentTo(VisitorEmail));

        World.Clock.Advance(Duration.FromMinutes(1));
        await DeliverAsync();
        Assert.Equal(["REQUEST", "CANCEL"], Transport.SentTo(VisitorEmail).Select(mail => mail.Calendar!.Method));
    }

    [Fact]
    public async Task A_mail_that_may_have_arrived_is_sent_again_as_the_same_mail_and_the_links_of_both_work()
    {
        await World.BookAsync(IntroCall, "2026-01-06T10:00");
        Transport.Answer = mail => mail.To == VisitorEmail ? new SendOutcome.Unreachable("silence after DATA", Answered: false) : new SendOutcome.Sent();
        for (var run = 0; run < 4; run++)
        {
            await DeliverAsync();
            World.Clock.Advance(Duration.FromMinutes(1));
        }

        var attempts = Transport.Attempted.Where(mail => mail.To == VisitorEmail).ToList();
        Assert.InRange(attempts.Count, 2, 4);
        Assert.Single(attempts.Select(mail => mail.Id).Distinct());
        foreach (var mail in attempts)
            Assert.NotNull(await FindLinkAsync(JoinToken().Match(mail.Text).Groups["token"].Value));
    }

    [Fact]
    [Trait("Promise", "R13")]
    public async Task A_mail_that_was_turned_away_leaves_no_link_behind()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-06T10:00");
        var before = await CountLinksAsync(meeting);
        Transport.Answer = _ => new SendOutcome.Deferred("451 try later");
        await DeliverAsync();
        Assert.Equal(2, Transport.Attempted.Count);
        Assert.Equal(before, await CountLinksAsync(meeting));

        World.Clock.Advance(Duration.FromMinutes(1));
        Transport.Answer = _ => new SendOutcome.Sent();
        await DeliverAsync();

        Assert.Equal(before + 2, await CountLinksAsync(meeting));
        Assert.NotNull(await FindLinkAsync(JoinToken().Match(Transport.SentTo(VisitorEmail).Single().Text).Groups["token"].Value));
    }

    [Fact]
    [Trait("Promise", "R3")]
    public async Task One_mail_leaves_at_a_time_in_the_beginning_and_several_when_many_have_left()
    {
        var (now, most) = (0, 0);
        Transport.Delay = async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(20);
            Interlocked.Decrement(ref now);
        };

        await BookHoursOfAsync("2026-01-08");
        Assert.Equal(16, await DeliverAsync());
        Assert.Equal(1, most);

        (await World.RunAsync((MailPace pace) => Task.FromResult(pace))).NoteSent(MailPace.MostLanes * MailPace.MailsOfLane);
        await BookHoursOfAsync("2026-01-09");
        Assert.Equal(16, await DeliverAsync());
        Assert.InRange(most, 2, MailPace.MostLanes);
    }

    [Fact]
    public async Task An_address_that_is_refused_fails_at_once_and_holds_nobody_up()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-06T10:00");
        World.Clock.Advance(Duration.FromSeconds(1));
        await World.RunAsync((CancelBooking cancel) => cancel.RunAsync(new CancelBookingRequest(Acme.Id, meeting.Id, null, meeting.Visitor), default));
        Transport.Answer = mail => mail.To == VisitorEmail && mail.Calendar!.Method == "REQUEST"
            ? new SendOutcome.Refused($"550 5.1.1 <{VisitorEmail}>: no such user; {JoinToken().Match(mail.Text).Value}")
            : new SendOutcome.Sent();

        await DeliverAsync();

        var row = await FindForVisitorAsync(meeting);
        Assert.Equal(World.Now, row.FailedAt);
        Assert.Null(row.LeasedUntil);
        Assert.StartsWith("550 5.1.1 <…@visitor.test>: no such user; ", row.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain("vera", row.LastError, StringComparison.Ordinal);
        Assert.DoesNotMatch("[A-Za-z0-9_-]{43}", row.LastError!);
        Assert.Equal("CANCEL", Assert.Single(Transport.SentTo(VisitorEmail)).Calendar!.Method);
    }

    [Fact]
    public async Task Of_several_workers_exactly_one_sends_each_mail()
    {
        foreach (var hour in Enumerable.Range(9, 8))
            await World.BookAsync(IntroCall, $"2026-01-08T{hour:00}:00");

        var counts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => DeliverAsync())));

        Assert.Equal(16, counts.Sum());
        Assert.Equal(16, Transport.Sent.Count);
        Assert.Equal(16, Transport.Attempted.Select(mail => mail.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_mail_in_the_hands_of_a_worker_that_died_is_sent_when_its_lease_has_run_out()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-06T10:00");
        await World.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(row => row.LeasedUntil, World.Now + DeliverMessage.Lease)));

        Assert.Equal(0, await DeliverAsync());
        World.Clock.Advance(DeliverMessage.Lease);
        Assert.Equal(2, await DeliverAsync());

        Assert.NotNull((await FindForVisitorAsync(meeting)).SentAt);
    }

    [Fact]
    public async Task A_worker_that_is_stopped_gives_back_what_it_has_in_hand()
    {
        await World.BookAsync(IntroCall, "2026-01-06T10:00");
        using var stop = new CancellationTokenSource();
        Transport.Answer = _ =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DeliverAsync(stop.Token));

        Assert.All(await ListOutboxAsync(), row => Assert.Equal((null, null, 0), (row.LeasedUntil, row.SentAt, row.Attempts)));
    }

    [Fact]
    public async Task A_mail_that_cannot_be_made_holds_nobody_up()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-06T10:00");
        await World.ReadAsync(db => db.Outbox.Where(row => row.ParticipantId == meeting.VisitorId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Payload, "not JSON")));

        Assert.Equal(1, await DeliverAsync());

        var row = await FindForVisitorAsync(meeting);
        Assert.Equal(1, row.Attempts);
        Assert.StartsWith("JsonException", row.LastError, StringComparison.Ordinal);
    }

    private async Task BookHoursOfAsync(string day)
    {
        foreach (var hour in Enumerable.Range(9, 8))
            await World.BookAsync(IntroCall, $"{day}T{hour:00}:00");
    }

    private Task<int> CountLinksAsync(BookedMeeting meeting) =>
        World.ReadAsync(db => db.AccessLinks.CountAsync(link => link.Participant!.BookingId == meeting.Id));

    private Task<LinkHolder?> FindLinkAsync(string token) => World.RunAsync((FindAccessLink find) => find.RunAsync(token, default));

    [GeneratedRegex("https://portal.test/meetings/(?<token>[A-Za-z0-9_-]{43})/waiting")]
    private static partial Regex JoinToken();

    [GeneratedRegex(@"https://portal.test/meetings/(?<token>[A-Za-z0-9_-]{43})(?!/)\b")]
    private static partial Regex ManageToken();
}

public sealed class DeliverOutboxTests_on_Sqlite(SqliteDatabase database) : DeliverOutboxTests(database), IClassFixture<SqliteDatabase>;

public sealed class DeliverOutboxTests_on_Postgres(PostgresDatabase database) : DeliverOutboxTests(database), IClassFixture<PostgresDatabase>;
