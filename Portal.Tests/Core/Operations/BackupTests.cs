using Microsoft.EntityFrameworkCore;
using Portal.Core.MeetingTypes;
using Portal.Core.Operations;
using Portal.Tests.Support;
using Portal.Tests.Support.Databases;

namespace Portal.Tests.Core.Operations;

/// <summary>Copies of the SQLite database, and what they are worth.</summary>
[Trait("Req", "F12"), Trait("Promise", "R24")]
public sealed class BackupTests(SqliteDatabase database) : IClassFixture<SqliteDatabase>, IAsyncLifetime
{
    private readonly World world = new(database);
    private readonly TemporaryFolder folder = new();

    private MeetingType type = null!;

    private string Target => folder.Combine("backup.db");

    [Fact]
    public async Task A_backup_holds_what_was_booked_before_it_and_serves()
    {
        await world.BookAsync(type, "2026-01-06T10:00");

        Assert.IsType<BackUpDatabaseOutcome.BackedUp>(await BackUpAsync());

        var report = await CheckAsync();
        Assert.True(report.IsSound);
        Assert.Equal(await world.ReadAsync(db => db.Bookings.CountAsync()), report.Bookings);
        Assert.True(report.MailHeld >= 2);
        Assert.Equal(["backup.db"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_backup_in_the_middle_of_bookings_is_a_moment_of_them()
    {
        var times = Enumerable.Range(0, 16).Select(half => World.At("2026-01-07T09:00") + NodaTime.Duration.FromMinutes(30 * half)).ToList();
        var booking = Task.WhenAll(times.Select(time => Task.Run(() => world.TryBookAsync(type, time))));

        await BackUpAsync();
        await booking;

        Assert.True((await CheckAsync()).IsSound);
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        await File.WriteAllTextAsync(Target, "precious");

        Assert.IsType<BackUpDatabaseOutcome.FileExists>(await BackUpAsync());

        Assert.Equal("precious", await File.ReadAllTextAsync(Target));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_said()
    {
        var outcome = await world.RunAsync((BackUpDatabase backUp) => backUp.RunAsync(folder.Combine("nowhere/backup.db"), default));

        Assert.IsType<BackUpDatabaseOutcome.CannotWrite>(outcome);
    }

    [Fact]
    public async Task A_backup_with_two_claims_on_one_time_is_not_sound()
    {
        await world.BookAsync(type, "2026-01-08T10:00");
        await BackUpAsync();
        await ChangeBackupAsync(
            """
            DROP TRIGGER tr_time_claims_insert;
            INSERT INTO "TimeClaims" ("Id", "HostId", "OrganizationId", "MeetingTypeId", "StartsAt", "EndsAt", "MeetingStartsAt", "MeetingEndsAt", "Capacity")
            SELECT 'FFFFFFFF-0000-0000-0000-000000000001', "HostId", "OrganizationId", "MeetingTypeId", "StartsAt", "EndsAt", "MeetingStartsAt", "MeetingEndsAt", "Capacity"
            FROM "TimeClaims" LIMIT 1;
            """);

        var report = await CheckAsync();

        Assert.Equal((1, false), (report.Overlaps, report.IsSound));
    }

    [Fact]
    public async Task A_backup_with_a_meeting_that_lost_its_time_is_not_sound()
    {
        await world.BookAsync(type, "2026-01-09T10:00");
        await BackUpAsync();
        await ChangeBackupAsync("""DELETE FROM "ClaimSeats"; UPDATE "Bookings" SET "StartsAt" = 99999999999999999;""");

        var report = await CheckAsync();

        Assert.True(report.WithoutTime > 0);
        Assert.False(report.IsSound);
    }

    [Fact]
    public async Task A_backup_of_a_newer_release_is_not_sound()
    {
        await BackUpAsync();
        await ChangeBackupAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Future', '99.0');""");

        var report = await CheckAsync();

        Assert.Equal(["29990101000000_Future"], report.UnknownMigrations);
        Assert.False(report.IsSound);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_said()
    {
        await File.WriteAllTextAsync(Target, new string('x', 10_000));

        Assert.IsType<CheckBackupOutcome.NotADatabase>(await world.RunAsync((CheckBackup check) => check.RunAsync(Target, default)));
        Assert.IsType<CheckBackupOutcome.FileNotFound>(await world.RunAsync((CheckBackup check) => check.RunAsync(folder.Combine("none"), default)));
    }

    public async Task InitializeAsync()
    {
        var acme = await world.AddOrganizationAsync();
        type = await world.AddMeetingTypeAsync(acme, [await world.AddHostAsync(acme)]);
    }

    public async Task DisposeAsync()
    {
        await world.DisposeAsync();
        folder.Dispose();
    }

    private Task<BackUpDatabaseOutcome> BackUpAsync() => world.RunAsync((BackUpDatabase backUp) => backUp.RunAsync(Target, default));

    private async Task<BackupReport> CheckAsync() =>
        Assert.IsType<CheckBackupOutcome.Checked>(await world.RunAsync((CheckBackup check) => check.RunAsync(Target, default))).Report;

    private async Task ChangeBackupAsync(string sql)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Target};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
