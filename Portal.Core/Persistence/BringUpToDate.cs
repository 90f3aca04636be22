using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging;

namespace Portal.Core.Persistence;

/// <summary>Applies the migrations the database does not have yet. Only inside <see cref="StartLock"/>.</summary>
public sealed partial class BringUpToDate(PortalDbContext db, ILogger<BringUpToDate> logger)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);

    /// <returns>How many were applied.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        db.Database.SetCommandTimeout(Longest);
        var pending = await db.GetService<IHistoryRepository>().ExistsAsync(ct)
            ? (await db.Database.GetPendingMigrationsAsync(ct)).Count()
            : db.Database.GetMigrations().Count();
        // with nothing to apply, EF would still compare the model with the last migration's, at every start
        if (pending > 0)
            await ApplyAsync(ct);
        db.Database.SetCommandTimeout(null);
        return pending;
    }

    private async Task ApplyAsync(CancellationToken ct)
    {
        if (db.Database.IsSqlite())
            await RemoveOrphanedLockAsync(ct);
        await db.Database.MigrateAsync(ct);
    }

    // EF's lock on SQLite is a row, and whoever died with it keeps every later start waiting for ever. Each migration is a
    // transaction, so what was half done is undone; and nobody else migrates now.
    private async Task RemoveOrphanedLockAsync(CancellationToken ct)
    {
        const string find = "SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";
        if (await db.Database.CanConnectAsync(ct)
            && await db.Database.SqlQueryRaw<int>(find).SingleAsync(ct) == 1
            && await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", ct) > 0)
            Interrupted();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An earlier start was interrupted while it brought the database up to date; nothing is half done, and it is done again now")]
    private partial void Interrupted();
}
