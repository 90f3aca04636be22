using NodaTime;
using Portal.Core.Notifications;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Notifications;

/// <summary>What becomes of mails the mail server does not take.</summary>
[Trait("Req", "F1")]
[Trait("Promise", "R3")]
public abstract class PutOffMailTests(PortalDatabase database) : OutboxTests(database)
{
    [Fact]
    [Trait("Promise", "R4")]
    public async Task A_server_that_turns_everything_away_for_half_an_hour_gets_it_within_five_minutes_of_its_return()
    {
        await World.BookAsync(IntroCall, "2026-01-08T10:00");
        Transport.Answer = _ => new SendOutcome.Deferred("451 4.3.0 try later");
        for (var minute = 0; minute < 30; minute++)
        {
            await DeliverAsync();
            World.Clock.Advance(Duration.FromMinutes(1));
        }

        Transport.Answer = _ => new SendOutcome.Sent();
        World.Clock.Advance(Duration.FromMinutes(5));

        Assert.Equal(2, await DeliverAsync());
    }

    [Fact]
    [Trait("Promise", "R4")]
    public async Task A_mail_that_is_not_accepted_is_tried_less_and_less_often_and_given_up_after_five_days()
    {
        var meeting = await World.BookAsync(IntroCall, "2026-01-06T10:00");
        Transport.Answer = _ => new SendOutcome.Deferred("451 4.7.1 try later");
        var waits = new List<Duration>();
        OutboxMessage row;
        do
        {
            await DeliverAsync();
            row = await FindForVisitorAsync(meeting);
            waits.Add(row.DueAt - World.Now);
            World.Clock.Set(row.FailedAt is null ? row.DueAt : World.Now);
        }
        while (row.FailedAt is null && waits.Count < 1000);

        Assert.InRange(waits[0], Duration.FromSeconds(10), Duration.FromSeconds(12.5));
        Assert.InRange(waits[3], Duration.FromSeconds(80), Duration.FromSeconds(100));
        Assert.Equal(Duration.FromHours(1), waits[^2]);
        Assert.InRange(row.FailedAt!.Value - row.CreatedAt, Duration.FromDays(5), Duration.FromDays(5) + Duration.FromHours(1));
        Assert.Equal(waits.Count, row.Attempts);
        Assert.Equal("451 4.7.1 try later", row.LastError);
        Transport.Answer = _ => new SendOutcome.Sent();
        Assert.Equal(0, await DeliverAsync());
    }

    [Fact]
    [Trait("Promise", "R4")]
    public async Task A_mail_server_that_was_away_for_two_days_gets_everything_within_five_minutes_of_its_return()
    {
        foreach (var time in new[] { "09:00", "10:00", "11:00", "12:00", "13:00" })
            await World.BookAsync(IntroCall, $"2026-01-08T{time}");
        Transport.Answer = _ => new SendOutcome.Unreachable("Connection refused");
        var down = World.Now;
        while (World.Now < down + Duration.FromDays(2))
        {
            var before = Transport.Attempted.Count;
            await DeliverAsync();
            Assert.InRange(Transport.Attempted.Count - before, 0, 1);
            World.Clock.Advance(Duration.FromMinutes(2));
        }

        Transport.Answer = _ => new SendOutcome.Sent();
        World.Clock.Advance(Duration.FromMinutes(5));
        await DeliverAsync();

        Assert.Equal(10, Transport.Sent.Count);
    }
}

public sealed class PutOffMailTests_on_Sqlite(SqliteDatabase database) : PutOffMailTests(database), IClassFixture<SqliteDatabase>;

public sealed class PutOffMailTests_on_Postgres(PostgresDatabase database) : PutOffMailTests(database), IClassFixture<PostgresDatabase>;
