using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using Npgsql;

namespace Portal.Core.Persistence;

public class PostgresPortalDbContext(DbContextOptions<PostgresPortalDbContext> options) : PortalDbContext(options)
{
    /// <summary>The exclusion constraint of the first migration.</summary>
    public const string OverlapConstraint = "ex_time_claims_host_time";

    // One order for everybody, or two who need the same two hosts wait for each other. Without the lock the constraint
    // alone would still refuse every overlap, at the price of a deadlock timeout for each pair that meets. The version is
    // raised here and not at the end, because here it costs no round trip of its own. The turns keep those of this process
    // from waiting with a connection in their hands; the lock keeps the nodes apart.
    public override async Task<IDbContextTransaction> LockHostTimeAsync(IEnumerable<Guid> hosts, CancellationToken ct)
    {
        var inOrder = hosts.Distinct().Order().ToArray();
        var transaction = await Turns.BeginAsync(
            [.. inOrder.Select(host => host.ToString())], PersistenceServices.LockPatience, () => Database.BeginTransactionAsync(ct), ct);
        try
        {
            // one round trip, the transaction's beginning included
            await Database.ExecuteSqlRawAsync(LockSql(inOrder.Length), [inOrder.Select(host => host.ToString()).ToArray(), .. inOrder.Cast<object>()], ct);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public override bool MustWaitForHostTime(IEnumerable<Guid> hosts) => Turns.AreTaken(hosts.Select(host => host.ToString()));

    public override bool IsHostTimeOverlap(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation, ConstraintName: OverlapConstraint };

    public override bool IsRequestRepeated(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "IX_Bookings_RequestKey" };

    public override bool IsMeetingTypeSlugTaken(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "IX_MeetingTypes_OrganizationId_Slug" };

    public override bool IsReminderPlanned(DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: Mappings.OutboxMessageMapping.PlannedOnce };

    public override async Task<Instant?> ReadClockAsync(CancellationToken ct) => Instant.FromDateTimeUtc(
        await Database.SqlQuery<DateTime>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(ct));

    // the versions one by one, because a statement over an array is planned anew every time
    private static string LockSql(int hosts) => $$"""
        SET LOCAL lock_timeout = {{(int)PersistenceServices.LockPatience.TotalMilliseconds}};
        SELECT pg_advisory_xact_lock(hashtextextended(host, 0)) FROM unnest({0}) WITH ORDINALITY AS asked(host, place) ORDER BY place;
        """ + string.Concat(Enumerable.Range(1, hosts).Select(place => $$"""
        UPDATE "HostSchedules" SET "CalendarVersion" = "CalendarVersion" + 1 WHERE "HostId" = {{{place}}};
        """));

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Instant>().HaveConversion<InstantTimestamp>().HaveColumnType("timestamp with time zone");
    }

    private sealed class InstantTimestamp() : ValueConverter<Instant, DateTime>(
        instant => instant.ToDateTimeUtc(),
        utc => Instant.FromDateTimeUtc(utc));
}
