using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Core.Persistence.Migrations.Sqlite;

/// <summary>
/// The database's own refusal of two overlapping claims on one host. A later migration that rebuilds
/// <c>TimeClaims</c> drops its triggers and must call this again; a test notices when one forgot.
/// </summary>
internal static class HostTimeGuard
{
    public static void Create(MigrationBuilder migration)
    {
        // no two of a host overlap yet, so the last to begin before the new one's end is the last to end, too: one look at the index
        foreach (var (name, moment) in new[] { ("insert", "INSERT"), ("update", "UPDATE OF \"HostId\", \"StartsAt\", \"EndsAt\"") })
            migration.Sql($"""
                CREATE TRIGGER tr_time_claims_{name} BEFORE {moment} ON "TimeClaims"
                WHEN (
                    SELECT other."EndsAt" FROM "TimeClaims" AS other
                    WHERE other."HostId" = NEW."HostId" AND other."Id" <> NEW."Id" AND other."StartsAt" < NEW."EndsAt"
                    ORDER BY other."StartsAt" DESC LIMIT 1) > NEW."StartsAt"
                BEGIN
                    SELECT RAISE(ABORT, 'host_time_overlap');
                END;
                """);
    }

    public static void Drop(MigrationBuilder migration)
    {
        foreach (var name in new[] { "insert", "update" })
            migration.Sql($"DROP TRIGGER tr_time_claims_{name};");
    }
}
