using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Notifications;
using Portal.Core.Organizations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Notifications;

/// <summary>
/// Reminders as people know them to go wrong elsewhere: sent for meetings that were cancelled (calcom/cal.com #7225, #6973)
/// or moved (#10166, #10749), and all at once for a meeting booked late (#15453).
/// </summary>
[Trait("Req", "F1")]
[Trait("Promise", "R5")]
public abstract class RemindersTests(PortalDatabase database) : OutboxTests(database)
{
    [Fact]
    public async Task Everybody_in_a_meeting_is_reminded_a_day_and_an_hour_before_and_once_each()
    {
        await World.BookAsync(IntroCall, "2026-01-08T10:00", draft => draft.Guests = ["gus@visitor.test"]);
        await DeliverAsync();

        Assert.Empty(await RunUntilAsync("2026-01-07T09:59"));
        var dayBefore = await RunUntilAsync("2026-01-07T10:01");
        Assert.Equal(new[] { "gus@visitor.test", Host.Email!, VisitorEmail }.Order(), dayBefore.Select(mail => mail.To).Order());
        Assert.All(dayBefore, mail => Assert.StartsWith("Reminder: Intro call with ", mail.Subject, StringComparison.Ordinal));
        Assert.All(dayBefore, mail => Assert.Null(mail.Calendar));
        Assert.Empty(await RunUntilAsync("2026-01-08T08:59"));
        Assert.Equal(3, (await RunUntilAsync("2026-01-08T09:01")).Count);
        Assert.Empty(await RunUntilAsync("2026-01-08T12:00"));
    }

    [Fact]
    public async Task A_cancelled_meeting_reminds_nobody_cal_com_7225_and_6973()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-08T10:00");
        await RunUntilAsync("2026-01-07T09:58");
        Assert.Equal(2, await CountPlannedAsync(meeting));

        await CancelAsync(meeting);
        var mails = await RunUntilAsync("2026-01-08T12:00");

        Assert.All(mails, mail => Assert.Equal("CANCEL", mail.Calendar?.Method));
        Assert.All(await ListRemindersAsync(), row => Assert.Equal((null, DropReason.MeetingOff), (row.SentAt, row.DropReason)));
    }

    [Fact]
    public async Task The_word_of_a_cancellation_waits_for_no_reminder_that_is_yet_to_come()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-08T10:00");
        await RunUntilAsync("2026-01-07T09:58");
        await CancelAsync(meeting);

        Assert.Equal(2, await DeliverAsync());
    }

    [Fact]
    public async Task A_meeting_cancelled_after_its_reminder_was_found_due_is_not_reminded_of()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-08T10:00");
        await RunUntilAsync("2026-01-07T09:58");
        World.Clock.Set(World.At("2026-01-07T10:00"));
        var reminder = (await ListRemindersAsync()).Single(row => row.ParticipantId == meeting.VisitorId);
        await CancelAsync(meeting);

        Assert.Null(await World.RunAsync((DeliverMessage deliver) => deliver.RunAsync(reminder.Id, default)));

        Assert.DoesNotContain(Transport.Attempted, mail => mail.Id == reminder.Id);
    }

    [Fact]
    public async Task While_a_reminder_is_handed_over_the_cancellation_waits_and_comes_last()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-08T10:00");
        await RunUntilAsync("2026-01-07T09:58");
        World.Clock.Set(World.At("2026-01-07T10:00"));
        Transport.Answer = mail =>
        {
            if (mail.To != VisitorEmail || mail.Calendar is not null)
                return new SendOutcome.Sent();
            // another node cancels and delivers at this very moment
            Task.Run(() => CancelAsync(meeting)).GetAwaiter().GetResult();
            Task.Run(() => DeliverAsync()).GetAwaiter().GetResult();
            Assert.DoesNotContain(Transport.SentTo(VisitorEmail), earlier => earlier.Calendar?.Method == "CANCEL");
            return new SendOutcome.Sent();
        };

        await DeliverAsync();

        Assert.Equal(["REQUEST", null, "CANCEL"], Transport.SentTo(VisitorEmail).Select(mail => mail.Calendar?.Method));
    }

    [Fact]
    public async Task A_moved_meeting_is_reminded_of_at_its_new_time_only_cal_com_10166_and_10749()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-08T10:00");
        await RunUntilAsync("2026-01-07T09:58");
        Assert.Equal(2, await CountPlannedAsync(meeting));
        var moved = await World.RunAsync((RescheduleBooking move) => move.RunAsync(
            new RescheduleBookingRequest(Acme.Id, meeting.Id, World.At("2026-01-09T15:00"), World.Berlin, meeting.Visitor), default));
        Assert.IsType<RescheduleBookingOutcome.Moved>(moved);

        Assert.All(await RunUntilAsync("2026-01-08T14:59"), mail => Assert.NotNull(mail.Calendar));
        Assert.Equal(2, (await RunUntilAsync("2026-01-08T15:01")).Count);
        Assert.Equal(2, (await RunUntilAsync("2026-01-09T14:01")).Count);
        Assert.Empty(await RunUntilAsync("2026-01-09T16:00"));
        Assert.Equal(2, (await ListRemindersAsync()).Count(row => row.DropReason == DropReason.MeetingMoved));
    }

    [Fact]
    public async Task A_meeting_booked_inside_a_moment_is_not_reminded_of_at_once_cal_diy_15453()
    {
        World.Clock.Set(World.At("2026-01-07T08:00"));
        await World.BookAsync(IntroCall, "2026-01-07T11:00");
        await World.BookAsync(IntroCall, "2026-01-07T09:00", draft => draft.Email = "late@visitor.test");
        World.Clock.Advance(Duration.FromMinutes(10));

        var mails = await RunUntilAsync("2026-01-07T09:59");
        Assert.Equal(4, mails.Count);
        Assert.All(mails, mail => Assert.NotNull(mail.Calendar));
        Assert.Equal(2, (await RunUntilAsync("2026-01-07T10:01")).Count);
    }

    [Fact]
    public async Task A_meeting_moved_inside_a_moment_is_not_reminded_of_at_once()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-09T10:00");
        World.Clock.Set(World.At("2026-01-07T08:00"));
        await World.RunAsync((RescheduleBooking move) => move.RunAsync(
            new RescheduleBookingRequest(Acme.Id, meeting.Id, World.At("2026-01-07T11:00"), World.Berlin, meeting.Visitor), default));

        Assert.All(await RunUntilAsync("2026-01-07T09:59"), mail => Assert.NotNull(mail.Calendar));
    }

    [Fact]
    public async Task A_request_nobody_has_answered_is_not_reminded_of()
    {
        var type = await World.AddMeetingTypeAsync(Acme, [Host], type => type.NeedsApproval = true);
        await World.BookAsync(type, "2026-01-07T15:00");

        await RunUntilAsync("2026-01-07T14:30");

        Assert.Empty(await ListRemindersAsync());
    }

    [Fact]
    [Trait("Promise", "R4")]
    public async Task A_reminder_the_mail_server_kept_until_the_next_one_was_due_is_dropped_and_says_so()
    {
        await World.BookAsync(IntroCall, "2026-01-08T10:00");
        await DeliverAsync();
        Transport.Answer = _ => new SendOutcome.Unreachable("Connection refused");
        await RunUntilAsync("2026-01-08T09:02");
        Transport.Answer = _ => new SendOutcome.Sent();

        Assert.Equal(2, (await RunUntilAsync("2026-01-08T09:10")).Count);

        var rows = await ListRemindersAsync();
        Assert.Equal([60, 60], rows.Where(row => row.SentAt is not null).Select(row => row.MinutesBefore!.Value));
        Assert.All(rows.Where(row => row.MinutesBefore == 1440), row => Assert.Equal((null, DropReason.Overtaken), (row.SentAt, row.DropReason)));
    }

    [Fact]
    [Trait("Promise", "R4")]
    public async Task Nobody_is_reminded_of_a_meeting_that_has_begun()
    {
        await World.BookAsync(IntroCall, "2026-01-08T10:00");
        await DeliverAsync();
        Transport.Answer = _ => new SendOutcome.Unreachable("Connection refused");
        await RunUntilAsync("2026-01-08T10:00");
        Transport.Answer = _ => new SendOutcome.Sent();

        Assert.Empty(await RunUntilAsync("2026-01-08T10:10"));

        var rows = await ListRemindersAsync();
        Assert.Equal(4, rows.Count);
        Assert.All(rows.Where(row => row.MinutesBefore == 60), row => Assert.Equal((null, DropReason.MeetingStarted), (row.SentAt, row.DropReason)));
        // those of the day before were looked at again before the meeting began, or not: with the server away only one mail a run is tried
        Assert.All(rows, row => Assert.True(row.DropReason is DropReason.MeetingStarted or DropReason.Overtaken, $"{row.MinutesBefore}: {row.DropReason}"));
    }

    [Fact]
    public async Task A_portal_that_slept_through_a_moment_catches_up_while_it_makes_sense()
    {
        await World.BookAsync(IntroCall, "2026-01-08T10:00");
        await DeliverAsync();
        World.Clock.Set(World.At("2026-01-07T13:00"));

        Assert.Equal(2, await PlanAsync());
        Assert.Equal(2, await DeliverAsync());
        World.Clock.Set(World.At("2026-01-08T10:01"));
        Assert.Equal(0, await PlanAsync());
    }

    [Fact]
    public async Task Any_number_of_nodes_plan_each_reminder_once()
    {
        foreach (var hour in Enumerable.Range(9, 8))
            await World.BookAsync(IntroCall, $"2026-01-08T{hour:00}:00");
        World.Clock.Set(World.At("2026-01-07T16:00"));

        var planned = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(PlanAsync)));

        Assert.Equal(16, planned.Sum());
        var rows = await ListRemindersAsync();
        Assert.Equal((16, 16), (rows.Count, rows.DistinctBy(row => row.ParticipantId).Count()));
    }

    [Fact]
    public async Task The_host_of_a_group_is_reminded_once_and_each_seat_too()
    {
        var group = await World.AddMeetingTypeAsync(Acme, [Host], type => type.Capacity = 3);
        await World.BookAsync(group, "2026-01-08T10:00");
        World.Clock.Advance(Duration.FromMinutes(1));
        await World.BookAsync(group, "2026-01-08T10:00", draft => draft.Email = "second@visitor.test");
        await DeliverAsync();

        var mails = await RunUntilAsync("2026-01-07T10:01");

        Assert.Equal([VisitorEmail, "second@visitor.test"], mails.Select(mail => mail.To).Where(to => to != Host.Email).OrderDescending());
        Assert.Single(mails, mail => mail.To == Host.Email);
    }

    [Fact]
    public async Task An_organisation_chooses_its_moments_or_none()
    {
        var globex = await World.AddOrganizationAsync();
        var gina = await World.AddHostAsync(globex, "Gina");
        var talk = await World.AddMeetingTypeAsync(globex, [gina]);
        await ChangeMomentsAsync(Acme, []);
        await ChangeMomentsAsync(globex, [Duration.FromDays(2), Duration.FromMinutes(15)]);
        await World.BookAsync(IntroCall, "2026-01-08T10:00");
        await World.BookAsync(talk, "2026-01-08T10:00");
        await DeliverAsync();

        Assert.Equal(2, (await RunUntilAsync("2026-01-08T09:44")).Count);
        Assert.Equal(new[] { gina.Email!, VisitorEmail }.Order(), (await RunUntilAsync("2026-01-08T09:46")).Select(mail => mail.To).Order());
    }

    private Task ChangeMomentsAsync(Organization organization, IReadOnlyList<Duration> moments) => World.ChangeAsync(async db =>
        (await db.Organizations.SingleAsync(row => row.Id == organization.Id)).Reminders = moments);

    private Task<int> PlanAsync() => World.RunAsync((PlanReminders plan) => plan.RunAsync(default));

    private async Task CancelAsync(BookedMeeting meeting) => Assert.IsType<CancelBookingOutcome.Cancelled>(await World.RunAsync(
        (CancelBooking cancel) => cancel.RunAsync(new CancelBookingRequest(Acme.Id, meeting.Id, null, meeting.Visitor), default)));

    private async Task<List<OutboxMessage>> ListRemindersAsync() => [.. (await ListOutboxAsync()).Where(row => row.Kind == MeetingReminder.Kind)];

    private async Task<int> CountPlannedAsync(BookedMeeting meeting) => (await ListRemindersAsync()).Count(row => row.BookingId == meeting.Id);

    /// <summary>Both jobs, every half hour and at the end. Returns what was sent meanwhile.</summary>
    private async Task<IReadOnlyList<OutgoingMail>> RunUntilAsync(string wallTime)
    {
        var before = Transport.Sent.Count;
        for (var until = World.At(wallTime); ; World.Clock.Set(Instant.Min(World.Now + Duration.FromMinutes(30), until)))
        {
            await PlanAsync();
            await DeliverAsync();
            if (World.Now >= until)
                return [.. Transport.Sent.Skip(before)];
        }
    }
}

public sealed class RemindersTests_on_Sqlite(SqliteDatabase database) : RemindersTests(database), IClassFixture<SqliteDatabase>;

public sealed class RemindersTests_on_Postgres(PostgresDatabase database) : RemindersTests(database), IClassFixture<PostgresDatabase>;
