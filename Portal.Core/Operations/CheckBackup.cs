using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Portal.Core.Bookings;
using Portal.Core.Persistence;

namespace Portal.Core.Operations;

/// <summary>
/// Restores a backup for a moment, into a copy beside which no job runs and no mail is sent, and says whether it would serve.
/// </summary>
public sealed class CheckBackup(IClock clock)
{
    public async Task<CheckBackupOutcome> RunAsync(string path, CancellationToken ct)
    {
        var file = Path.GetFullPath(path);
        if (!File.Exists(file))
            return new CheckBackupOutcome.FileNotFound(file);
        var folder = Directory.CreateTempSubdirectory("portal-restore-");
        try
        {
            var copy = Path.Combine(folder.FullName, "portal.db");
            File.Copy(file, copy);
            var options = new DbContextOptionsBuilder<SqlitePortalDbContext>();
            PersistenceServices.UseSqlite(options, new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ConnectionString);
            await using var db = new SqlitePortalDbContext(options.Options);
            return new CheckBackupOutcome.Checked(await ReportAsync(db, ct));
        }
        catch (SqliteException exception)
        {
            return new CheckBackupOutcome.NotADatabase(file, exception.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<BackupReport> ReportAsync(PortalDbContext db, CancellationToken ct)
    {
        var integrity = (await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check(1)").ToListAsync(ct))[0];
        var unknown = (await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations()).ToList();
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        await db.Database.MigrateAsync(ct);
        var references = (await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM pragma_foreign_key_check").ToListAsync(ct))[0];
        var now = clock.GetCurrentInstant();
        return new BackupReport(
            integrity,
            references,
            pending,
            unknown,
            await db.TimeClaims.CountAsync(claim => db.TimeClaims.Any(other => other.HostId == claim.HostId && other.Id > claim.Id
                && other.StartsAt < claim.EndsAt && other.EndsAt > claim.StartsAt), ct),
            await db.Bookings.CountAsync(booking => booking.Status == BookingStatus.Confirmed && booking.StartsAt > now
                && !db.ClaimSeats.Any(seat => seat.BookingId == booking.Id), ct),
            await db.Organizations.CountAsync(ct),
            await db.Bookings.CountAsync(ct),
            await db.AuditEntries.CountAsync(ct),
            await db.Outbox.CountAsync(mail => mail.SentAt == null && mail.FailedAt == null, ct));
    }
}
