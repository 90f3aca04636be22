using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;

namespace Portal.Core.Persistence;

public class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options) : PortalDbContext(options)
{
    /// <summary>What the trigger of the first migration raises.</summary>
    private const string OverlapMessage = "host_time_overlap";

    // a serializable transaction is BEGIN IMMEDIATE: one writer at a time, whoever the hosts are
    public override async Task<IDbContextTransaction> LockHostTimeAsync(IEnumerable<Guid> hosts, CancellationToken ct)
    {
        var connection = (SqliteConnection)Database.GetDbConnection();
        var transaction = await Turns.BeginAsync(
            [connection.ConnectionString],
            TimeSpan.FromSeconds(connection.DefaultTimeout),
            () => Database.BeginTransactionAsync(IsolationLevel.Serializable, ct),
            ct);
        try
        {
            foreach (var host in hosts)
                await Database.ExecuteSqlAsync($"UPDATE HostSchedules SET CalendarVersion = CalendarVersion + 1 WHERE HostId = {host}", ct);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    // those before want other hosts' time too, and one look more each would cost all of them more than it saves
    public override bool MustWaitForHostTime(IEnumerable<Guid> hosts) => false;

    public override bool IsHostTimeOverlap(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteErrorCode: 19 } sqlite && sqlite.Message.Contains(OverlapMessage, StringComparison.Ordinal);

    public override bool IsRequestRepeated(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteErrorCode: 19 } sqlite && sqlite.Message.Contains("Bookings.RequestKey", StringComparison.Ordinal);

    public override bool IsMeetingTypeSlugTaken(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteErrorCode: 19 } sqlite && sqlite.Message.Contains("MeetingTypes.Slug", StringComparison.Ordinal);

    public override bool IsReminderPlanned(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteErrorCode: 19 } sqlite && sqlite.Message.Contains("Outbox.MinutesBefore", StringComparison.Ordinal);

    // one process on one machine
    public override Task<Instant?> ReadClockAsync(CancellationToken ct) => Task.FromResult<Instant?>(null);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Instant>().HaveConversion<InstantTicks>();
    }

    /// <summary>Ticks of 100 ns since 1970: exact and sortable as INTEGER.</summary>
    private sealed class InstantTicks() : ValueConverter<Instant, long>(
        instant => instant.ToUnixTimeTicks(),
        ticks => Instant.FromUnixTimeTicks(ticks));
}
